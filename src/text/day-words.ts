import { foldText } from './fold';
import { hashString } from './hash';

/** What a word of the calendar names: a weekday (0 Sunday … 6) or a month (1 … 12). */
export type DayWord = { readonly weekday: number } | { readonly month: number };

interface CalendarWords {
  /** From Sunday on; spellings of one day apart by `|`. */
  readonly weekdays: string;
  /** From January on. */
  readonly months: string;
  /** These words are also others in small letters (English `may`, `march`, `sun`). */
  readonly capitalOnly?: boolean;
}

/** Inflected forms are listed as they stand in dates; what is also a common word of the language is left out. */
const CALENDARS: Readonly<Record<string, CalendarWords>> = {
  en: {
    weekdays: 'sunday monday tuesday|tues wednesday thursday|thurs friday saturday',
    months:
      'january|jan february|feb march april|apr may june july august|aug september|sept|sep october|oct november|nov december|dec',
    capitalOnly: true,
  },
  de: {
    weekdays: 'sonntag montag dienstag mittwoch donnerstag freitag samstag|sonnabend',
    months: 'januar|janner februar marz april mai juni juli august september oktober november dezember',
    capitalOnly: true,
  },
  fr: {
    weekdays: 'dimanche lundi mardi mercredi jeudi vendredi samedi',
    months: 'janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre',
  },
  es: {
    weekdays: 'domingo lunes martes miercoles jueves viernes sabado',
    months:
      'enero febrero marzo abril mayo junio julio agosto septiembre|setiembre octubre noviembre diciembre',
  },
  pt: {
    weekdays: 'domingo segunda terca quarta quinta sexta sabado',
    months: 'janeiro fevereiro marco abril maio junho julho agosto setembro outubro novembro dezembro',
  },
  it: {
    weekdays: 'domenica lunedi martedi mercoledi giovedi venerdi sabato',
    months: 'gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre',
  },
  nl: {
    weekdays: 'zondag maandag dinsdag woensdag donderdag vrijdag zaterdag',
    months: 'januari februari maart april mei juni juli augustus september oktober november december',
  },
  ru: {
    weekdays: 'воскресенье понедельник вторник среда|среду четверг пятница|пятницу суббота|субботу',
    months:
      'января|январе|январь февраля|феврале|февраль марта|марте|март апреля|апреле|апрель мая|мае|май июня|июне|июнь июля|июле|июль августа|августе|август сентября|сентябре|сентябрь октября|октябре|октябрь ноября|ноябре|ноябрь декабря|декабре|декабрь',
  },
};

/** Hashes of the English words that name a quarter of the year: `first` to `fourth`, and `quarter`. */
export const ORDINALS: readonly number[] = ['first', 'second', 'third', 'fourth'].map((word) =>
  hashString(word),
);
export const QUARTER = hashString('quarter');

/** Finds what a token of one language names on the calendar, by its hash. */
export type DayWordFinder = (hash: number, capital: boolean) => DayWord | undefined;

const tables = new Map(Object.entries(CALENDARS).map(([language, words]) => [language, buildTable(words)]));

/** For a language; finds nothing in one whose calendar is not known. */
export function dayWordFinder(language: string): DayWordFinder {
  const table = tables.get(language);
  if (table === undefined) return () => undefined;
  const capitalOnly = CALENDARS[language]?.capitalOnly === true;
  return (hash, capital) => (capitalOnly && !capital ? undefined : table.get(hash));
}

function buildTable({ weekdays, months }: CalendarWords): ReadonlyMap<number, DayWord> {
  const table = new Map<number, DayWord>();
  const add = (list: string, name: (i: number) => DayWord): void =>
    list.split(' ').forEach((spellings, i) => {
      for (const word of spellings.split('|')) table.set(hashString(foldText(word)), name(i));
    });
  add(weekdays, (weekday) => ({ weekday }));
  add(months, (i) => ({ month: i + 1 }));
  return table;
}
