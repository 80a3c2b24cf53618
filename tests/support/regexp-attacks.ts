import { type Part, parseRegExp } from './regexp-tree';

/** A text that grows: `before`, then `pump` as often as wanted, then `after`. */
export interface Attack {
  readonly before: string;
  readonly pump: string;
  readonly after: string;
}

export const writeAttack = ({ before, pump, after }: Attack, length: number): string =>
  `${before}${pump.repeat(Math.max(1, Math.floor(length / pump.length)))}${after}`;

type Random = () => number;

const ORDINARY = Array.from(
  ' \t\n.,;:!?-–—_/\\|"\'’“”«»()[]{}<>&=+*#@$€%0123456789abcdefghijklmnopqrstuvwxyzABCXYZäéßжЖяАابه国國ก\u0301\u200b\u00a0\ud800😀',
);

/**
 * Texts that make a regular expression try much: it is walked at random, what a repetition takes is repeated, and the end is one that
 * it cannot take.
 */
export function createAttacks(source: string, flags: string, random: Random): () => Attack {
  const tree = parseRegExp(source);
  const writer = new Writer(flags, random);
  const pick = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)];
  const own = [
    ...new Set(
      collectChars(tree)
        .map((one) => writer.charOf(one))
        .concat(pick(ORDINARY), '!', ' '),
    ),
  ];
  return () => {
    const { text, spans } = writer.write(tree);
    const span = spans.length > 0 && random() < 0.8 ? pick(spans) : undefined;
    const loose = Array.from({ length: 1 + Math.floor(random() * 3) }, () => pick(own)).join('');
    const before = span ? text.slice(0, span.start) : random() < 0.5 ? '' : text;
    const inside = span ? text.slice(span.start, span.end) : '';
    const pump = inside === '' || random() < 0.3 ? loose : random() < 0.3 ? inside + loose : inside;
    const after = pick([
      '',
      '!',
      '\n',
      '\0',
      pick(ORDINARY),
      pick(own),
      text.slice(span?.end ?? 0),
      `${text.slice(span?.end ?? 0)}\n!`,
    ]);
    return { before: before.slice(0, 200), pump: pump.slice(0, 40), after: after.slice(0, 100) };
  };
}

function collectChars(part: Part): string[] {
  switch (part.kind) {
    case 'char':
      return [part.source];
    case 'all':
    case 'any':
      return part.parts.flatMap(collectChars);
    case 'repeat':
    case 'group':
    case 'look':
      return collectChars(part.part);
    default:
      return [];
  }
}

interface Span {
  readonly start: number;
  readonly end: number;
}

/** Writes texts that a regular expression takes; what it looks around for is left to chance. */
class Writer {
  private readonly chars = new Map<string, readonly string[]>();

  constructor(
    private readonly flags: string,
    private readonly random: Random,
  ) {}

  write(part: Part): { readonly text: string; readonly spans: readonly Span[] } {
    const spans: Span[] = [];
    return { text: this.append('', part, spans), spans };
  }

  /** One character that a class takes. */
  charOf(source: string): string {
    const known = this.chars.get(source) ?? this.findChars(source);
    this.chars.set(source, known);
    return known[Math.floor(this.random() * known.length)] ?? 'x';
  }

  private findChars(source: string): readonly string[] {
    const pattern = new RegExp(`^(?:${source})$`, this.flags.replaceAll(/[gym]/g, ''));
    const plain = Array.from(source.replaceAll(/\\./g, ''));
    const codes = [...source.matchAll(/\\u\{?([0-9a-fA-F]{4,5})\}?|\\x([0-9a-fA-F]{2})/g)].map(
      ([, long, short]) => String.fromCodePoint(Number.parseInt(long ?? short ?? '', 16)),
    );
    return [...new Set([...codes, ...plain, ...ORDINARY])].filter((char) => pattern.test(char)).slice(0, 40);
  }

  private append(text: string, part: Part, spans: Span[]): string {
    switch (part.kind) {
      case 'char':
        return text + this.charOf(part.source);
      case 'all':
        return part.parts.reduce((so, one) => this.append(so, one, spans), text);
      case 'any':
        return this.append(text, part.parts[Math.floor(this.random() * part.parts.length)], spans);
      case 'group':
        return this.append(text, part.part, spans);
      case 'repeat': {
        let grown = text;
        const times = Math.min(part.max, part.min + Math.floor(this.random() * 3));
        for (let time = 0; time < times; time++) {
          const start = grown.length;
          grown = this.append(grown, part.part, spans);
          if (part.max > 3) spans.push({ start, end: grown.length });
        }
        return grown;
      }
      default:
        return text;
    }
  }
}
