import { conceptFinder } from '../../../src/text/glossary';
import { detectByScript, isSurelyEnglish } from '../../../src/text/language';
import { stemLightly } from '../../../src/text/light-stem';
import { stemHasher } from '../../../src/text/stem';
import { createTokenBuffer, scanTokens } from '../../../src/text/tokens';

const conceptOf = (language: string, word: string): number => {
  const buffer = createTokenBuffer();
  scanTokens(word, buffer);
  const stem = stemHasher(language)(buffer.hashes[0], word, buffer.starts[0], buffer.ends[0]);
  return conceptFinder(language)(stem);
};

describe('detectByScript', () => {
  it.each([
    ['東京で大会が開かれる', 'ja'],
    ['东京奥运会开幕', 'zh'],
    ['올림픽 개막', 'ko'],
    ['Ολυμπιακοί Αγώνες', 'el'],
    ['Opening day', undefined],
    ['Открытие игр', undefined],
    ['', undefined],
  ])('%s is %s', (text, language) => {
    expect(detectByScript(text)).toBe(language);
  });
});

describe('isSurelyEnglish', () => {
  it.each([
    ['The mayor of Leeds said that the bridge would open', true],
    ['MAYOR OF LEEDS SAID TO OPEN THE BRIDGE', true],
    ['The bridge, the river and the town', false],
    [
      'Der Präsident of the United States was in Berlin, wo er mit Ministern sprach und eine Rede vor Studenten hielt',
      false,
    ],
    [
      'Berlin – „We have to be there when they are in need of it“, sagte der Minister am Abend vor Journalisten. Die Verhandlungen über den ' +
        'Haushalt dauern seit Wochen an; ein Ergebnis wird nicht vor dem Wochenende erwartet, hieß es aus Kreisen der Fraktionen. Zuvor hatten ' +
        'mehrere Länder weitere Mittel für den Ausbau der Bahnstrecken verlangt.',
      false,
    ],
    [
      'Leeds Rhinos 24-12 Hull Kingston Rovers: Grand Final Headingley Saturday. Smith, Jones, Harrison, Murphy, Fielden, Peacock, Sinfield (Leeds) ' +
        'scored tries, and the visitors were never in front of a crowd that had come from all of Yorkshire to see it',
      true,
    ],
    ['A fost prezentată la București lista candidaților pentru alegerile locale', false],
    ['Mayor opens bridge', false],
    ['', false],
  ])('%s: %s', (text, sure) => {
    expect(isSurelyEnglish(text)).toBe(sure);
  });
});

describe('stemLightly', () => {
  it.each([
    ['olimpijskih', 'olimpijski'],
    ['الحكومة', 'حكومة'],
    ['والحكومة', 'الحكومه'],
  ])('takes %s and %s for one word', (a, b) => {
    expect(stemLightly(a)).toBe(stemLightly(b));
  });

  it.each(['nước', 'người', 'vas'])('leaves %s alone', (word) => {
    expect(stemLightly(word)).toBe(word);
  });
});

describe('conceptFinder', () => {
  it.each([
    ['en', 'earthquakes', 'es', 'terremoto'],
    ['en', 'election', 'de', 'Wahlen'],
    ['en', 'government', 'ru', 'правительства'],
    ['fr', 'gouvernement', 'ar', 'الحكومة'],
    ['pt', 'medalhas', 'sl', 'medalja'],
  ])('finds one concept for %s %s and %s %s', (la, a, lb, b) => {
    expect(conceptOf(la, a)).not.toBe(0);
    expect(conceptOf(la, a)).toBe(conceptOf(lb, b));
  });

  it.each([
    ['fr', 'argent'],
    ['en', 'pier'],
    ['vi', 'nước'],
  ])('finds none for %s %s', (language, word) => {
    expect(conceptOf(language, word)).toBe(0);
  });
});
