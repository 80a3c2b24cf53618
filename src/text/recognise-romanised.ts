import { unitAt } from './units';

/**
 * How much runs of two to four letters speak for Russian in Latin letters, or against it; `_` is the start or end of a word. Fitted by
 * logistic regression (with a penalty that leaves most runs without weight): on one side Russian headlines as outlets transliterate them,
 * and prose in six ways of doing so; on the other English and Slovene headlines, sentences of some 400 languages and inflected words of
 * seven Slavic ones, all without their accents. Four letters from within a word may only speak against it, as other Slavic languages share
 * the stems of news.
 */
const WEIGHTS: readonly (readonly [number, string])[] = [
  [6, '_cht'],
  [5, '_eto _ne_ kh sya_'],
  [4, '_iz_ _let _naz _po_ _v_ aet bol cht ii_ iy_ ogo_ shh yh_ zh'],
  [
    3,
    '_dn _fot _kak _mas _ot _ros _s_ _sam _sm _tak _uk _ukr _za aya aya_ che ee_ gla go_ hil ie_ ij_ izn ' +
      'kak_ ke_ kh_ kie lis_ oe_ oi_ oy_ rai sh sja sti_ ut_ va_ val_ vil vro ye_ yj_ yu zhe_',
  ],
  [
    2,
    '_ap _are _cen _dl _dly _do_ _dol _dv _ego _es _god _i_ _inf _kar _may _min _ml _na _na_ _nov _o_ _ob ' +
      '_ob_ _on _onl _r _ras _ru_ _sn _tre _tur _uli _v _vo _voz aia akt ala_ alm ami_ art asn ass atc ate_ ' +
      'avi cha chi cii ciy det dit dt dut eds eks emp eni enk est et_ eta_ ev gaz gd gi_ gor gr hal het_ hn ' +
      'hno ia_ iev iki_ il_ ili_ ine_ iru isa it_ iyu j_ ja_ kog kry kur las_ li_ lko lko_ lm ln_ luc lya_ ' +
      'mar mer mes mos my nac nes nno noy nta_ ny nye_ oby och oda oda_ oe ok_ oka olk oln olz om omu_ ona_ ' +
      'one_ opa oro otk ov_ oy per pla pod_ pok pus rse ry sb shc sja_ sle sle_ sli smo sno ss ssi sud sy ' +
      'tb tch_ tom_ tov_ tra tve uet uet_ uju_ urg vat_ vid vid_ vl voe vse_ ws_ yac yi_ yl yu_ yva yy_ zid',
  ],
  [
    1,
    '_av _bar _bud _che _den _do _dom _ek _fe _go _i _k_ _kol _kr _mes _nac _nas _no _odi _odn _pe _pla ' +
      '_po _poc _pri _so _te _tor _tr _tra _tys _u _u_ abr ad_ ae aev aja_ aka_ al_ and apr bre bud by ch ' +
      'cz dav de del dem det_ dim dny ego_ ei_ elo ent er esk est_ ey_ fi ft go god hin hit ia ide ii iia ' +
      'ila_ ilo ina_ ini ion iva k_ ki kom ks kt ku_ kup kv lan lic ln lo_ los_ lya mir mog nii nij nk nn ' +
      'nny no_ odi oi ov oz_ ozh pos pri pro put rb red rek rf_ rg rma ro roi rus sa_ sch sen sii sk sob ' +
      'sov sp sta tal tam tan tel tin tki_ tno ton_ tor tov tse tsi ty ty_ tys ub ubl ud uda utk v_ val vs ' +
      'vt vto vy y_ ya_ yat yde yi ysh yst yv z_ za zd zda zer zhn zo zve',
  ],
  [
    -1,
    '_a _ab _c _di _dr _du _edn _er _fa _for _h _iz _ja _ka_ _ki _la _man _n _naj _ny _od _oi _pa _pre _q ' +
      '_r_ _rel _t _ve _y _ye _yi _z a_ ad ade ah ai_ ak am am_ any ao ap ar_ as at at_ ave az bi bit bod ' +
      'bran bug but by_ ce ci ck dad dok druz eb edn ef ega ega_ ejs emo en_ eri es ese esh ete_ eto ez f_ ' +
      'for_ g_ gh hen_ hu i_ ick ind iri is iti iti_ ivo iz jal js ke kl kum ky lag ll log lu n_ na naj nan ' +
      'ne nej nem ng nos nost o_ oc og_ ogr ong op opi ora ost ost_ pov pra qu r_ re_ rep ret ri rni rom sa ' +
      'sha sin sto stt te_ tta ua uc ue_ uj uk um uu vi vol wy ym zas zat ze zi zl',
  ],
  [
    -2,
    '_bi _de _de_ _en _ima _in _j _ke _ki_ _ma_ _mno _mu _ol _ov _pot _sa _shi _ti _url _z_ ape aq aro ' +
      'ary asht ava aw ay_ bo_ ca ch_ ci_ cl cn cu de_ di_ e_ ec eche ed_ eh ejsi es_ eu ha_ hov ic ie ier ' +
      'ik_ ima ima_ ish jo kat kn ky_ lat laz ld lec lj lka lna lne loz lu_ ma_ me_ mis mr ni_ nia nich nim ' +
      'nim_ nut oa oly ome oto_ oven oza pet pon q_ rc rz sec ske slo so_ star sz tac ten tl tt un uo url ' +
      'va vam_ veni w_ we wo yal yava ych_ zt',
  ],
  [
    -3,
    '_a_ _il _ili _in_ _nie _roz _sa_ _va _w ac aj_ ane_ cho co eno ezh gled ira ite_ ji liya nj ny_ oo ' +
      'ovy_ ow si_ ski_ th vane vi_ wi yc zp',
  ],
  [-4, '_se_ aa iyat je ou wa'],
  [-5, '_e_ ata_ sht'],
  [-6, '_da_'],
];

/**
 * What the weights must come to, over the square root of the words: more, the surer the detector is of the language it took the text for.
 * It is .44 to .68 sure where it met Russian, .65 to .82 where Slovene, Croatian, Slovak, Czech or Polish.
 */
const neededEvidence = (certainty: number): number => Math.max(2, 3 + 30 * (certainty - 0.65));

/** Two or three words are too little to tell by: `Smart Elephants`. */
const FEWEST_WORDS = 4;

/** Bits of a letter in a run: letters are 1 to 26. */
const BITS = 5;
const BORDER = 27;
const LONGEST = 4;

const weights = new Map(
  WEIGHTS.flatMap(([weight, runs]) => runs.split(' ').map((run) => [packRun(run), weight] as const)),
);

/**
 * Whether a sample is Russian (or Ukrainian, which counts as Russian here) in plain Latin letters, as the addresses of pages have it:
 * `v moskve otkryli novuyu stantsiyu metro`. `certainty`, 0 to 1, is that of a detector that knows no such Russian. False for a sample with
 * any letter beyond ASCII. Linear in the sample; 3 µs for a headline.
 */
export function isRomanisedRussian(sample: string, certainty: number): boolean {
  let sum = 0;
  let words = 0;
  let run = BORDER;
  for (let i = 0; i <= sample.length; i++) {
    const letter = i < sample.length ? letterOf(unitAt(sample, i)) : BORDER;
    if (letter === undefined) return false;
    if (letter === BORDER) {
      if (lastOf(run, 1) === BORDER) continue;
      words++;
    }
    run = lastOf((run << BITS) | letter, LONGEST);
    for (let n = 2; n <= LONGEST && run >= 1 << (BITS * (n - 1)); n++)
      sum += weights.get(lastOf(run, n)) ?? 0;
  }
  return words >= FEWEST_WORDS && sum >= neededEvidence(certainty) * Math.sqrt(words);
}

/** The last letters of a packed run. */
function lastOf(run: number, letters: number): number {
  return run & ((1 << (BITS * letters)) - 1);
}

function packRun(run: string): number {
  let packed = 0;
  for (let i = 0; i < run.length; i++) packed = (packed << BITS) | (letterOf(unitAt(run, i)) ?? 0);
  return packed;
}

/** The number of an ASCII letter, `BORDER` for what stands between words, undefined for other letters. */
function letterOf(unit: number): number | undefined {
  const lower = unit | 32;
  if (lower >= 97 && lower <= 122) return lower - 96;
  return unit < 0xc0 || (unit >= 0x2000 && unit < 0x2c00) ? BORDER : undefined;
}
