/**
 * Writes Russian words of Latin letters back to Cyrillic, whichever way they were transliterated: by BGN and its kin (`zhitel`, `khod`,
 * `novyy`, `rossiya`), GOST and ISO 9 without marks (`hod`, `novyj`, `rossija`), as in passports (`rossiia`) or as outlets make it up
 * (`novyi`, `jizn`, `pomosh`). Where several words are possible, most often any of them will do: `foldText` takes `ц` for `тс` and `ю` for
 * `иу`, `й` and `ы` for `и`, and drops soft signs. What must be right are the endings, as the stemmer takes them off.
 *
 * Keeps what is not of Latin letters, and capitals at the start of words. Linear in the text, about 4 µs a word.
 */
export function spellInCyrillic(text: string): string {
  const rules = saysZhByJ(text) ? [ZH_BY_J, ...RULES] : RULES;
  return text.replace(WORD, (word) => {
    const lower = word.toLowerCase();
    const spelled = spellWord(lower, rules);
    return word[0] === lower[0] ? spelled : spelled.charAt(0).toUpperCase() + spelled.slice(1);
  });
}

/** With the apostrophes that stand for soft signs. */
const WORD = /[a-z]+(?:['’ʹ][a-z]*)*/gi;

type Rule = readonly [RegExp, string];

/** A text that has `y` for `й`, and no `zh`, means `ж` by its `j`. */
function saysZhByJ(text: string): boolean {
  return /j/i.test(text) && /[aeiou]y(?![aeou])/i.test(text) && !/zh/i.test(text);
}

const ZH_BY_J: Rule = [/j/g, 'ж'];

/** Applied to a word in this order, what is longer before what it contains: Latin letters are those not yet read. */
const RULES: readonly Rule[] = [
  [/['’ʹ]/g, 'ь'],
  // считать, счастье; but защита
  [/(?<!^za)sch(?=[ei]t|ast)/g, 'сч'],
  [/shch|sch|shh/g, 'щ'],
  // Some write `sh` for щ too: общий, обещать, помощь, защита, площадь, следующий; ещё; женщина
  [/(?<=ob|obe|mo|^za|plo|[yji]u)sh(?=[aeiyn]|$)|(?<=^e)sh(?=e$)|(?<=n)sh(?=in)/g, 'щ'],
  [/sh/g, 'ш'],
  [/zh/g, 'ж'],
  [/kh|x/g, 'х'],
  [/ch/g, 'ч'],
  // The reflexive -тся is not read as -ця.
  [/ts(?=(?:ya|ja|ia)$)/g, 'тс'],
  [/t[sz]|cz|tc|c/g, 'ц'],
  // выехал, новые; район, майор; объект, as passports have it; жизнь, where j cannot be й
  [/^vye/, 'вые'],
  [/(?<=[^aeiouyj])ye$/, 'ые'],
  [/(?<=a)[yj]o(?=[nr])/g, 'йо'],
  [/(?<=[bdsvz])ie(?=e|ia)/g, ''],
  [/j(?=[iy])/g, 'ж'],
  [/[yji]a/g, 'я'],
  [/[yji]u/g, 'ю'],
  [/[yj][eo]/g, 'е'],
  [/(?<=[^aeiouyаеиоуыюя]|^)y/g, 'ы'],
  [/(?<=[^aeiouyаеиоуыюя])j/g, 'ь'],
  [/jj|[yj]|(?<=[aeiouыяю])i$/g, 'й'],
  // Soft signs that were dropped and that the stemmer looks for: осталась, рассказать; but депутат
  [/(?<=[aoi]l[aio]?)s$/, 'сь'],
  [/(?<=[vgjszхжчшщя]|[^p]l)a[tт](?=$|ся$)/, 'ать'],
];

const LETTERS: Readonly<Record<string, string>> = Object.fromEntries(
  Array.from('abdefghiklmnopqrstuvwz', (latin, i) => [latin, 'абдефгхиклмнопкрстуввз'[i]]),
);

function spellWord(word: string, rules: readonly Rule[]): string {
  let spelled = word;
  for (const [pattern, cyrillic] of rules) spelled = spelled.replace(pattern, cyrillic);
  return spelled.replace(/[a-z]/g, (letter) => LETTERS[letter]);
}
