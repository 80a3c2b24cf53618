/** Fields every line has, or that are shown in their own place. */
const SHOWN_ELSEWHERE: ReadonlySet<string> = new Set(['level', 'time', 'role', 'pid', 'msg', 'err']);

/**
 * A log line for people, from the JSON line a process of the service writes: time, who, level, message, the rest as
 * `key=value`, and an error's stack below. Lines that are not such JSON are shown as they are.
 */
export function formatLogLine(who: string, line: string): string {
  const entry = parseEntry(line);
  if (entry === undefined) return `${who.padEnd(9)} ${line}`;
  // 2026-03-14T09:30:00.123Z: the day is known to who reads along.
  const time = textOf(entry['time']).slice(11, 19);
  const level = textOf(entry['level']).padEnd(5);
  const message = textOf(entry['msg']);
  const rest = Object.entries(entry)
    .filter(([key]) => !SHOWN_ELSEWHERE.has(key))
    .map(([key, value]) => ` ${key}=${typeof value === 'string' ? value : JSON.stringify(value)}`);
  return `${time} ${who.padEnd(9)} ${level} ${message}${rest.join('')}${stackOf(entry['err'])}`;
}

function parseEntry(line: string): Record<string, unknown> | undefined {
  if (!line.startsWith('{')) return undefined;
  try {
    const entry: unknown = JSON.parse(line);
    return isRecord(entry) && 'level' in entry ? entry : undefined;
  } catch {
    return undefined;
  }
}

function stackOf(error: unknown): string {
  if (!isRecord(error)) return '';
  const text = textOf(error['stack'] ?? error['message']);
  return text === '' ? '' : `\n${text.replace(/^/gm, '    ')}`;
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
