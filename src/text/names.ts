/**
 * Folds the spellings of one name together: Salih/Saleh, Kazemi/Kadhimi/Kazimi, Zelensky/Zelenskyy/Zelenskiy,
 * Qaddafi/Gaddafi/Khadafi. Romanisations differ in vowels that sound alike, in how they write emphatic
 * consonants, and in doubled letters, so those differences are dropped; the consonant order stays, which keeps
 * different people apart.
 *
 * Takes folded text (lower-case Latin letters); linear in its length.
 */
export function foldName(folded: string): string {
  let out = folded
    .replace(/^(?:gh?|q|kh?)(?=[aeou](.)\1)/, 'k')
    .replace(/dh|th(?=[aeiou])|zh/g, (m) => (m === 'th' ? 't' : 'z'))
    .replace(/kh|gh/g, (m) => (m === 'kh' ? 'h' : 'g'))
    .replace(/sch|shch|tch|tsch/g, 'sh')
    .replace(/ph/g, 'f')
    .replace(/ck|q|c(?=[aoulrtk])/g, 'k')
    .replace(/tz|ts|c(?=[eiy])/g, 's')
    .replace(/w/g, 'v')
    .replace(/[yj]/g, 'i')
    .replace(/ou|oo/g, 'u')
    .replace(/e/g, 'i')
    .replace(/o/g, 'u');
  out = out.replace(/(.)\1+/g, '$1');
  return out.length > 3 ? out.replace(/(?<=[^aiu])i$|h$/, (m) => (m === 'h' ? '' : 'i')) : out;
}
