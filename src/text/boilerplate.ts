/**
 * Fixed furniture of news pages: lines that are about the page, not the story. Each pattern is anchored and meets
 * lines of at most `MAX_FURNITURE_CHARACTERS`, so matching stays linear.
 */
export const MAX_FURNITURE_CHARACTERS = 240;

const FURNITURE: readonly RegExp[] = [
  /^(share|tweet|email|print|save|comment|like|upvote|reply|quote|report post|follow us|subscribe|sign (in|up)|log ?in|register)\b.{0,60}$/i,
  /^(share|tweet|post|send) (this|on|via|to|with)\b/i,
  /^(read|see|watch|view|click|learn|find out) (more|also|full|here|next|the full|on)\b.{0,160}$/i,
  /^(related|recommended|trending|most (read|popular|viewed|shared)|more (from|on|stories|news|in|coverage)|also read|you may also like|popular now|latest (news|stories)|editors?['’] picks?|top stories|in this (article|story))\b.{0,120}$/i,
  /^(advertisement|advertising|sponsored|story continues below|article continues|continue reading|loading|play video|video|photos?|image|file photo|watch live|listen)\b.{0,40}$/i,
  /^(this article is more than|this (story|article|report) (has been|was) (updated|corrected|amended))\b/i,
  /^(copyright|©|\(c\)|all rights reserved)/i,
  /all rights reserved\b/i,
  /\b(sign up|subscribe|register) (for|to|now)\b.{0,120}\b(newsletters?|alerts?|updates?|emails?|inbox|access|briefings?)\b/i,
  /\b(get|have) .{0,60}\b(delivered|straight|sent) to your (inbox|phone|e-?mail)/i,
  /\b(follow|like|find) us on (twitter|facebook|instagram|telegram|youtube|x)\b/i,
  /\bnewsletters?\b.{0,60}\b(sign up|subscribe)\b/i,
  /^(we use|this (site|website) uses) cookies\b/i,
  /^(accept|allow|reject|decline|manage) (all|all cookies|cookies|cookie (settings|preferences))[.!]?$/i,
  /\b(terms (of|and) (use|service|conditions)|privacy policy|cookie policy)\b.{0,80}$/i,
  /^(jump|skip) to (content|main|navigation)\b/i,
  /^(link to comment|share on other sites|posted (on|by)|edited by|join the conversation|guest views|view more)\b/i,
  /^([Bb]y|BY|[Ww]ritten by|[Rr]eport by)\s\p{Lu}[\p{L}.'’-]*(?:[,;]?\s(?:\p{Lu}[\p{L}.'’-]*|and|for|of|the|in|with)){0,12}[.;)]*$/u,
  /^\(?(reporting|editing|writing|additional reporting|compiled) by\b.{0,200}$/i,
  /^(published|updated|posted|last (updated|modified)|first published)\b.{0,60}\d.{0,40}$/i,
  /^\d{1,2}:\d{2}(\s?[ap]\.?m\.?)?$/i,
  /^(tags?|topics?|keywords|category|categories|filed under|source|sources)\s*:/i,
  /^(to (continue|read)|already a (subscriber|member)|you have reached|support (our|independent) journalism)\b.{0,160}$/i,
  /^https?:\/\/\S+$/i,
  /^(have|got) (something|a (story|tip|question|comment|correction))\b.{0,40}\b(us|article|story)\b.{0,40}\?$/i,
  /^let us know[.!]?$/i,
  /^subscribe (today|now|here|to|for)\b.{0,160}$/i,
  /\bmay not be (published|reproduced|reprinted)\b.{0,60}\b(rewritten|redistributed|permission|consent)\b/i,
  /^(enlarge|hide|toggle) (this image|caption)\b/i,
  /^slideshow\b.{0,20}$/i,
  /^(want|get) the (best|latest|news) (from|of)\b.{0,80}\binbox\b.{0,20}$/i,
  // Found by their word before looking back: as `^.{2,160}` in front of it they took most of the time of all patterns together.
  /\bcontributed(?<=^.{2,160}\bcontributed) (reporting|to this (report|article|story))\b.{0,40}$/i,
  /^[\w-]+\.(php|png|jpe?g|gif|svg|webp|html?)\b\S*(\s{1,4}\S{1,12}){0,2}$/i,
  /^\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}([ ,]+\d{1,2}:\d{2}(\s?[ap]\.?m\.?)?)?$/i,
  /^(likes?|thanks|(up|down)?votes?|haha|love|sad|confused|views|replies|reactions|points|comments)\s*(:\s*)?\d+$/i,
  /^editing date\b.{0,60}$/i,
  /\btimes read(?<=^.{0,40}\b\d+ times read)$/i,
  /^if you (have|need to create|get|already have) (an|a|your) ("?error"? message|account)\b.{0,80}$/i,
  /^(you can post now and register|(note: )?your (post|reply|comment) will (require|be (held|visible))|your (link|previous content) has been)\b.{0,100}$/i,
  /^(you cannot paste|paste(d)? as (plain|rich)|only \d+ emoji|display as a link|clear editor|upload or insert|restore formatting)\b.{0,80}$/i,
  /^(recently browsing|no registered users|reply to this topic|create new|all activity|unread content)\b.{0,60}$/i,
  /^(home|about us|contact us|advertise( with us)?|careers|site ?map|help|faq|guest|important information|menu|search|next|previous|back to top)\.{0,3}$/i,
];

/** Marks of lists and buttons in front of a line. */
const BULLETS = /^[\s•·∙◦▪●*×»›|–—-]+/;

const isOpening = ({ source }: RegExp): boolean => source.startsWith('^');
const oneOf = (patterns: readonly string[]): string => patterns.map((source) => `(?:${source})`).join('|');

const PLAIN = FURNITURE.filter(({ flags }) => flags === 'i');
/** Patterns in one expression take half the time that they take one by one. */
const EXPRESSIONS: readonly RegExp[] = [
  new RegExp(`^(?:${oneOf(PLAIN.filter(isOpening).map(({ source }) => source.slice(1)))})`, 'i'),
  new RegExp(oneOf(PLAIN.filter((pattern) => !isOpening(pattern)).map(({ source }) => source)), 'i'),
  ...FURNITURE.filter(({ flags }) => flags !== 'i'),
];

/** True when the line is page furniture by a fixed pattern, or holds no word at all. */
export function isFurniture(line: string): boolean {
  if (line.length > MAX_FURNITURE_CHARACTERS) return false;
  if (!/\p{L}{2}/u.test(line)) return true;
  const bare = line.replace(BULLETS, '');
  return EXPRESSIONS.some((pattern) => pattern.test(bare));
}
