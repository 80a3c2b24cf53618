import fc from 'fast-check';
import { isRomanisedRussian } from '../../../src/text/recognise-romanised';

describe('isRomanisedRussian', () => {
  // With what the detector says of these texts: how sure it is of the language it takes them for.
  it.each([
    ['v moskve otkryli novuyu stantsiyu metro', 0.61, true],
    ['Prezident podpisal zakon o podderzhke malogo biznesa', 0.66, true],
    ['uchenye nashli na dne ozera drevnij gorod', 0.54, true],
    ['pozhar v torgovom centre potushili k utru', 0.57, true],
    ['shkolniki poluchat novye uchebniki do kontsa goda', 0.58, true],
    ['v lvovi vidkryly novu biblioteku dlya ditey', 0.43, true],
    ['V Ljubljani odprli novo knjiznico za otroke', 0.82, false],
    ['Vlada je danas usvojila novi zakon o radu', 0.81, false],
    ['Vlada schvalila novy zakon o podpore bydlenia', 0.71, false],
    ['W Krakowie otwarto nowa stacje metra', 0.81, false],
    ['V Praze otevreli novou stanici metra', 0.78, false],
    ['Parlamentat prie nov zakon za gorite', 0.75, false],
    ['Mayor opens the new metro station in Leeds', 0.79, false],
    ['Bakan yeni metro istasyonunu acti', 0.75, false],
  ])('%s, taken for another language with %f: %s', (text, certainty, romanised) => {
    expect(isRomanisedRussian(text, certainty)).toBe(romanised);
  });

  it.each([
    'В Москве открыли новую станцию метро',
    'v moskvě otkryli novuyu stantsiyu metro',
    '2026 - 27.11',
    '',
  ])('is only asked of plain Latin letters: %s', (text) => {
    expect(isRomanisedRussian(text, 0)).toBe(false);
  });

  it('asks for more evidence where the detector is surer', () => {
    fc.assert(
      fc.property(
        fc.string({ maxLength: 80 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (text, certainty) => {
          if (isRomanisedRussian(text, 1)) expect(isRomanisedRussian(text, certainty)).toBe(true);
          expect(isRomanisedRussian(text.toUpperCase(), certainty)).toBe(
            isRomanisedRussian(text.toUpperCase().toLowerCase(), certainty),
          );
        },
      ),
    );
  });
});
