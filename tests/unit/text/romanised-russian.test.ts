import fc from 'fast-check';
import { spellInCyrillic } from '../../../src/text/romanised-russian';
import { stemHasher } from '../../../src/text/stem';
import { createTokenBuffer, scanTokens } from '../../../src/text/tokens';

const stems = (text: string): number[] => {
  const buffer = createTokenBuffer();
  scanTokens(text, buffer);
  const stemOf = stemHasher('ru');
  return Array.from({ length: buffer.count }, (_, i) =>
    stemOf(buffer.hashes[i], text, buffer.starts[i], buffer.ends[i]),
  );
};

describe('spellInCyrillic', () => {
  it.each([
    ['жители района', ['zhiteli rayona', 'zhiteli rajona', 'jiteli rayona']],
    [
      'российский хоккей',
      ['rossiyskiy khokkey', 'rossijskij hokkej', 'rossiiskii khokkei', 'rossijskij xokkej'],
    ],
    ['новые станции', ['novye stantsii', 'novyye stancii', 'novyje stanczii', 'novye stantcii']],
    ['в россии', ['v rossii']],
    ['россия', ['rossiya', 'rossija', 'rossiia']],
    ['больницу закрыли', ['bolnitsu zakryli', 'bolnicu zakryli', "bol'nitsu zakryli"]],
    [
      'рассказал о помощи',
      ['rasskazal o pomoshchi', 'rasskazal o pomoschi', 'rasskazal o pomoshhi', 'rasskazal o pomoshi'],
    ],
    ['осталась без воды', ['ostalas bez vody', "ostalas' bez vody"]],
    ['состоится выставка', ['sostoitsya vystavka', 'sostoitsja vystavka', 'sostoitsia vystavka']],
    ['люди выехали', ['lyudi vyekhali', 'ljudi vyehali', 'liudi vyehali']],
    ['подъезд и объект', ['podezd i obekt', 'podyezd i obyekt', 'podieezd i obieekt']],
    ['рассказать и показать', ['rasskazat i pokazat']],
    ['депутат считает', ['deputat schitaet', 'deputat schitayet']],
    ['защита и площадка', ['zaschita i ploschadka', 'zashita i ploshadka', 'zashhita i ploshhadka']],
    ['свежий воздух', ['svezhiy vozdukh', 'svezhij vozduh']],
  ])('gives the stems of %s to %j', (cyrillic, romanised) => {
    for (const text of romanised) expect(stems(spellInCyrillic(text))).toEqual(stems(cyrillic));
  });

  it('keeps capitals, figures and what is not of Latin letters', () => {
    expect(spellInCyrillic('Vladimir Petrov: 12,5 mln — «да», Shchukin')).toBe(
      'Владимир Петров: 12,5 млн — «да», Щукин',
    );
  });

  it('reads j as ж where й is y', () => {
    expect(spellInCyrillic('vozmojnost dlya novoy jizni')).toBe('возможност для новой жизни');
    expect(spellInCyrillic('vojna v novom rajone')).toBe('война в новом районе');
  });

  it('leaves no Latin letter and adds or takes no word', () => {
    const words = fc.array(fc.stringMatching(/^[A-Za-z]{1,20}$/), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(words, (latin) => {
        const spelled = spellInCyrillic(latin.join(' '));
        expect(spelled).not.toMatch(/[a-z]/i);
        expect(spelled.split(' ')).toHaveLength(latin.length);
        expect(spellInCyrillic(spelled)).toBe(spelled);
      }),
    );
  });
});
