/** An event as a client gets it. */
export interface ReadFrame {
  readonly id: string;
  readonly type: string;
  readonly data: string;
}

/** Reads an event stream as the HTML standard tells clients to (9.2.6), piece by piece. */
export class EventStreamReader {
  private rest = '';
  private isFirst = true;
  private id = '';
  private type = '';
  private data = '';

  read(text: string): ReadFrame[] {
    this.rest += text;
    if (this.isFirst && this.rest !== '') {
      this.isFirst = false;
      this.rest = this.rest.replace(/^\ufeff/, '');
    }
    const frames: ReadFrame[] = [];
    for (;;) {
      // A carriage return at the end may be half of a line break.
      const end = /\r\n|\n|\r(?!$)/.exec(this.rest);
      if (!end) return frames;
      const line = this.rest.slice(0, end.index);
      this.rest = this.rest.slice(end.index + end[0].length);
      if (line === '') frames.push(...this.dispatch());
      else this.take(line);
    }
  }

  private take(line: string): void {
    const colon = line.indexOf(':');
    const name = colon < 0 ? line : line.slice(0, colon);
    const value = colon < 0 ? '' : line.slice(colon + 1).replace(/^ /, '');
    if (name === 'data') this.data += `${value}\n`;
    if (name === 'event') this.type = value;
    if (name === 'id' && !value.includes('\0')) this.id = value;
  }

  private dispatch(): ReadFrame[] {
    const { id, type, data } = this;
    [this.type, this.data] = ['', ''];
    return data === '' ? [] : [{ id, type: type || 'message', data: data.slice(0, -1) }];
  }
}
