// All that XML 1.0 does not allow in a document, or advises against as controls; with the u flag, a lone surrogate matches by itself.
const NOT_IN_XML = /[^\t\n\r\u0020-\u007e\u00a0-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

/** Text for feeds: control characters, lone surrogates and non-characters are gone, and line breaks are as XML reads them. */
export const toFeedText = (text: string): string => text.replace(NOT_IN_XML, '').replace(/\r\n?/g, '\n');

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text as part of HTML, where nothing of it is markup. */
export function escapeHtml(text: string): string {
  return toFeedText(text).replace(/[&<>"']/g, (char) => ENTITIES[char] ?? char);
}
