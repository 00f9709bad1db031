const NUMBERS: Readonly<Record<string, number>> = {
  ...numbered(
    2,
    'dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciseis diecisiete dieciocho diecinueve veinte veintiuno veintidos veintitres veinticuatro veinticinco',
  ),
  ...tens('treinta cuarenta cincuenta sesenta setenta ochenta noventa'),
  ...hundreds('ciento doscientos trescientos cuatrocientos quinientos seiscientos setecientos ochocientos novecientos'),
  ...hundreds('cien doscientas trescientas cuatrocientas quinientas seiscientas setecientas ochocientas novecientas'),
  ...numbered(
    2,
    'dois tres quatro cinco seis sete oito nove dez onze doze treze quatorze quinze dezesseis dezessete dezoito dezenove vinte',
  ),
  ...numbered(2, 'duas'),
  ...tens('trinta quarenta cinquenta sessenta setenta oitenta noventa'),
  ...hundreds('cento duzentos trezentos quatrocentos quinhentos seiscentos setecentos oitocentos novecentos'),
  ...numbered(
    2,
    'two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty',
  ),
  ...tens('thirty forty fifty sixty seventy eighty ninety'),
  cem: 100,
};
const TIMES: Readonly<Record<string, number>> = {
  hundred: 100,
  ...same(1_000, 'mil luca lucas thousand'),
  ...same(1_000_000, 'palo palos millon millones milhao milhoes million'),
};
const ARTICLE = '(?:un|una|um|uma|one)';
const WORD = Object.keys({ ...NUMBERS, ...TIMES }).join('|');
const RUN = new RegExp(
  `(?<![a-z\\d])(?<!por |\\d\\s{0,2})(?:${ARTICLE} (?=(?:${Object.keys(TIMES).join('|')})(?![a-z])))?(?:${WORD})(?:(?: (?:y|e|and))? (?:${WORD}|media|medio|meio)){0,11}(?![a-z\\d])(?! (?:gracias|disculpas|perdones|obrigad|thanks))`,
  'g',
);

/** A folded text with its numbers in words as figures: "trescientos mil" is "$300000". From a thousand on it is money that is spoken of. */
export function withFigures(folded: string): string {
  return folded.replace(RUN, (run) => {
    const value = valueOf(run.split(' '));
    return value >= 1_000 ? `$${value}` : String(value);
  });
}

function valueOf(words: readonly string[]): number {
  let total = 0;
  let group = 0;
  let last = 1;
  for (const word of words) {
    const times = TIMES[word];
    if (/^(?:media|medio|meio)$/.test(word)) total += last / 2;
    else if (times === undefined) group += NUMBERS[word] ?? 0;
    else if (times === 100) group = (group || 1) * 100;
    else {
      total += (group || 1) * times;
      group = 0;
      last = times;
    }
  }
  return total + group;
}

function numbered(from: number, words: string): Record<string, number> {
  return Object.fromEntries(words.split(' ').map((word, at) => [word, from + at]));
}

function tens(words: string): Record<string, number> {
  return Object.fromEntries(words.split(' ').map((word, at) => [word, 30 + at * 10]));
}

function hundreds(words: string): Record<string, number> {
  return Object.fromEntries(words.split(' ').map((word, at) => [word, (at + 1) * 100]));
}

function same(value: number, words: string): Record<string, number> {
  return Object.fromEntries(words.split(' ').map((word) => [word, value]));
}
