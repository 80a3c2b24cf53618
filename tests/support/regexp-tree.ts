/** A regular expression as the parts that a backtracking engine walks through. */
export type Part =
  | { readonly kind: 'char'; readonly source: string }
  | { readonly kind: 'all'; readonly parts: readonly Part[] }
  | { readonly kind: 'any'; readonly parts: readonly Part[] }
  | {
      readonly kind: 'repeat';
      readonly part: Part;
      readonly min: number;
      readonly max: number;
      readonly lazy: boolean;
    }
  | { readonly kind: 'group'; readonly index: number; readonly part: Part }
  | { readonly kind: 'look'; readonly behind: boolean; readonly wanted: boolean; readonly part: Part }
  | { readonly kind: 'same'; readonly index: number }
  | { readonly kind: 'edge'; readonly source: '^' | '$' | '\\b' | '\\B' };

/** Parses the source of a regular expression. Named groups, which this code does not use, are not known. */
export function parseRegExp(source: string): Part {
  const parser = new Parser(source);
  const part = parser.readAlternatives();
  if (!parser.isAtEnd()) throw new Error(`Cannot parse /${source}/`);
  return part;
}

const CLASS = /\[(?:\\.|[^\]\\])*\]/y;
const ESCAPE = /\\(?:u\{[0-9a-fA-F]+\}|u[0-9a-fA-F]{4}|x[0-9a-fA-F]{2}|[pP]\{[^}]*\}|[\s\S])/y;
const COUNT = /\{(\d+)(,(\d*))?\}/y;

class Parser {
  private at = 0;
  private groups = 0;

  constructor(private readonly source: string) {}

  isAtEnd(): boolean {
    return this.at >= this.source.length;
  }

  readAlternatives(): Part {
    const parts = [this.readSequence()];
    while (this.take('|')) parts.push(this.readSequence());
    return parts.length === 1 ? parts[0] : { kind: 'any', parts };
  }

  private readSequence(): Part {
    const parts: Part[] = [];
    while (!this.isAtEnd() && this.source[this.at] !== '|' && this.source[this.at] !== ')')
      parts.push(this.readRepeated());
    return { kind: 'all', parts };
  }

  private readRepeated(): Part {
    const part = this.readAtom();
    const range = this.readRange();
    if (!range) return part;
    return { kind: 'repeat', part, ...range, lazy: this.take('?') };
  }

  private readRange(): { readonly min: number; readonly max: number } | undefined {
    if (this.take('*')) return { min: 0, max: Infinity };
    if (this.take('+')) return { min: 1, max: Infinity };
    if (this.take('?')) return { min: 0, max: 1 };
    const [, from, comma, to] = this.match(COUNT) ?? [];
    if (from === undefined) return undefined;
    const min = Number(from);
    return { min, max: comma === undefined ? min : to === '' ? Infinity : Number(to) };
  }

  private readAtom(): Part {
    if (this.take('(')) return this.readGroup();
    if (this.take('^')) return { kind: 'edge', source: '^' };
    if (this.take('$')) return { kind: 'edge', source: '$' };
    const charClass = this.match(CLASS)?.[0];
    if (charClass !== undefined) return { kind: 'char', source: charClass };
    const escape = this.match(ESCAPE)?.[0];
    if (escape === '\\b' || escape === '\\B') return { kind: 'edge', source: escape };
    if (escape !== undefined)
      return /^\\[1-9]$/.test(escape)
        ? { kind: 'same', index: Number(escape[1]) }
        : { kind: 'char', source: escape };
    const char = String.fromCodePoint(this.source.codePointAt(this.at) ?? 0);
    this.at += char.length;
    return { kind: 'char', source: char };
  }

  private readGroup(): Part {
    const look = /\?(<?)([=!])/y;
    const [, behind, sign] = this.match(look) ?? [];
    const isPlain = sign === undefined && this.match(/\?:/y) !== null;
    const index = sign === undefined && !isPlain ? ++this.groups : 0;
    const part = this.readAlternatives();
    if (!this.take(')')) throw new Error(`Cannot parse /${this.source}/ at ${this.at}`);
    if (sign !== undefined) return { kind: 'look', behind: behind === '<', wanted: sign === '=', part };
    return isPlain ? part : { kind: 'group', index, part };
  }

  private take(text: string): boolean {
    if (!this.source.startsWith(text, this.at)) return false;
    this.at += text.length;
    return true;
  }

  private match(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.source);
    if (found) this.at = pattern.lastIndex;
    return found;
  }
}
