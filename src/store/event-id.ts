/** An event id is a Redis stream id: `<milliseconds>-<sequence>`. */
const EVENT_ID = /^(\d{1,15})(?:-(\d{1,18}))?$/;

/** The id before all others: everything kept comes after it. */
export const FIRST_EVENT_ID = '0-0';

/** The canonical spelling of an event id (`5` is `5-0`), or undefined when the text is none. */
export function parseEventId(text: string): string | undefined {
  const parts = EVENT_ID.exec(text);
  return parts ? `${Number(parts[1])}-${BigInt(parts[2] ?? 0)}` : undefined;
}

/** Negative when `a` was written before `b`, 0 when they are the same event. Both in canonical spelling. */
export function compareEventIds(a: string, b: string): number {
  const [aMs, aSequence] = a.split('-');
  const [bMs, bSequence] = b.split('-');
  if (aMs !== bMs) return Number(aMs) - Number(bMs);
  const difference = BigInt(aSequence ?? 0) - BigInt(bSequence ?? 0);
  return difference < 0 ? -1 : difference > 0 ? 1 : 0;
}
