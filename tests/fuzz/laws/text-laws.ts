import { deepStrictEqual, ok } from 'node:assert';
import * as fc from 'fast-check';
import { describeJsonError, parseJson } from '../../../src/api/json-text';
import type { Article } from '../../../src/article';
import { escapeHtml, toFeedText } from '../../../src/feeds/feed-text';
import { cleanArticle } from '../../../src/text/clean-article';
import { foldText } from '../../../src/text/fold';
import { htmlToText } from '../../../src/text/html-to-text';
import { detectByScript } from '../../../src/text/language';
import { splitSentences } from '../../../src/text/sentences';
import { tidyHtml } from '../../../src/text/tidy-html';
import { createTokenBuffer, scanTokens } from '../../../src/text/tokens';
import { toExcerpt } from '../../../src/webhooks/excerpt';
import { hostileJson, hostileText } from './hostile-text';
import { type Law, law } from './law';

const article = fc.record({
  title: hostileText,
  body: hostileText,
  isHtml: fc.boolean(),
  source: hostileText,
  language: hostileText,
});

const toArticle = ({ title, body, isHtml, source, language }: Record<string, string | boolean>): Article => ({
  ...{ id: 'a', collection: 'default', revision: 1, receivedAtMs: 0, status: 'usable' as const },
  title: String(title),
  ...(isHtml ? { html: String(body) } : { text: String(body) }),
  source: { name: String(source) },
  language: String(language),
});

const tokens = createTokenBuffer();

/** Text of whatever kind is cleaned without an error, to no more than there was, and to the same each time. */
export const TEXT_LAWS: readonly Law[] = [
  law('an article is cleaned, to the same each time', article, (given) => {
    const clean = cleanArticle(toArticle(given), () => 'en');
    deepStrictEqual(
      cleanArticle(toArticle(given), () => 'en'),
      clean,
    );
    ok(clean.sentences.every(({ text }) => text.trim() !== ''));
  }),
  law('HTML becomes text that is not longer than its characters can be', hostileText, (html) => {
    ok(htmlToText(html).length <= 4 * html.length + 16);
    ok(tidyHtml(html).length <= 32 * html.length + 64);
  }),
  law('text falls into sentences that are in it, in order', hostileText, (text) => {
    const sentences = splitSentences(text);
    const letters = (value: string): string => value.replace(/\s+/gu, '');
    ok(letters(sentences.map((one) => one.text).join('')).length <= letters(text).length);
  }),
  law('text is folded, looked at and cut into words', hostileText, (text) => {
    foldText(text);
    detectByScript(text);
    scanTokens(text, tokens);
  }),
  law(
    'text for feeds has no character that XML forbids, and is left alone the second time',
    hostileText,
    (text) => {
      const clean = toFeedText(text);
      deepStrictEqual(toFeedText(clean), clean);
      ok(clean.isWellFormed());
      ok(!/[<>"']|&(?!(?:amp|lt|gt|quot|#39);)/.test(escapeHtml(text)));
    },
  ),
  law('what a log shows of an answer has nothing that a terminal obeys', hostileText, (text) => {
    ok(!/[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}]/u.test(toExcerpt(Buffer.from(text))));
  }),
  law(
    'JSON is read back, and what is none is described',
    fc.tuple(hostileJson, hostileText),
    ([value, text]) => {
      const bytes = Buffer.from(JSON.stringify(value));
      deepStrictEqual(parseJson(bytes), JSON.parse(bytes.toString()));
      ok(describeJsonError(text).length < 1_000);
    },
  ),
];
