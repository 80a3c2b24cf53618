/** An element of a read document. `text` is its own text, without that of its children. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: XmlElement[];
  text: string;
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const NOT_IN_XML = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u;

/** A strict reader of the XML that feeds need: whatever is not well-formed is an error. No DTD, no comments. */
export class SaxLite {
  private at = 0;

  constructor(private readonly xml: string) {
    const bad = NOT_IN_XML.exec(xml);
    if (bad) throw new Error(`A character that XML forbids: U+${bad[0].codePointAt(0)?.toString(16)}`);
  }

  readDocument(): XmlElement {
    this.take(/<\?xml version="1\.0" encoding="utf-8"\?>\s*/y, 'declaration');
    const root = this.readElement();
    this.take(/\s*$/y, 'end of document');
    return root;
  }

  private readElement(): XmlElement {
    const [, name, rest, empty] = this.take(
      /<([a-zA-Z][\w:.-]*)((?:\s+[a-zA-Z][\w:.-]*="[^"<]*")*)\s*(\/?)>/y,
      'start tag',
    );
    const attributes: Record<string, string> = {};
    for (const [, key, value] of rest.matchAll(/([\w:.-]+)="([^"]*)"/g)) {
      if (key in attributes) throw new Error(`Attribute ${key} twice`);
      attributes[key] = unescape(value);
    }
    const element: XmlElement = { name, attributes, children: [], text: '' };
    if (empty) return element;
    for (;;) {
      if (this.xml.startsWith('</', this.at)) break;
      if (this.xml.startsWith('<![CDATA[', this.at)) {
        const end = this.xml.indexOf(']]>', this.at);
        if (end < 0) throw new Error('CDATA without end');
        element.text += this.xml.slice(this.at + 9, end);
        this.at = end + 3;
      } else if (this.xml[this.at] === '<') element.children.push(this.readElement());
      else {
        const [text] = this.take(/[^<]+/y, `content of ${name}`);
        if (text.includes(']]>')) throw new Error('"]]>" in text');
        element.text += unescape(text);
      }
    }
    this.take(new RegExp(`</${name}\\s*>`, 'y'), `end of ${name}`);
    return element;
  }

  private take(pattern: RegExp, what: string): RegExpExecArray {
    pattern.lastIndex = this.at;
    const match = pattern.exec(this.xml);
    if (!match) throw new Error(`No ${what} at ${this.at}: ${this.xml.slice(this.at, this.at + 60)}`);
    this.at = pattern.lastIndex;
    return match;
  }
}

function unescape(text: string): string {
  return text.replace(/&([^;]{0,10};?)/g, (_all, entity: string) => {
    const name = entity.slice(0, -1);
    const numeric = /^#(?:x([0-9a-fA-F]+)|(\d+))$/.exec(name);
    if (numeric) return String.fromCodePoint(Number.parseInt(numeric[1] ?? numeric[2], numeric[1] ? 16 : 10));
    if (!entity.endsWith(';') || !(name in ENTITIES)) throw new Error(`"&${entity}" is no entity`);
    return ENTITIES[name];
  });
}
