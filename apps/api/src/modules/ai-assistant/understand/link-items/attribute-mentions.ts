import type { Token } from '../text/tokens.js';
import { COLOR_PHRASES } from './color-words.js';

/** What a customer asks of an item: `value` is "128GB" for a capacity, a folded Spanish name for a colour, a number for the rest. `plazas` is bed size or sofa places. */
export interface AttributeMention {
  readonly kind: AttributeKind;
  readonly value: string | number;
  readonly from: number;
  readonly to: number;
}

export type AttributeKind =
  'capacity' | 'color' | 'places' | 'plazas' | 'bedSize' | 'duration' | 'screens' | 'inches' | 'power';

type Read = { kind: AttributeKind; value: string | number } | undefined;

const GIGABYTES = /^(?:gb|g|gigas?|gigabytes?|gbs|giga)$/;
const TERABYTES = /^(?:tb|t|teras?|terabytes?)$/;
const PLACES =
  /^(?:puestos?|cuerpos?|lugares?|personas?|asientos?|seater|seats?|seat|pessoas?|people|person|comensales|ptos)$/;
const CHAIRS = /^(?:sillas|cadeiras|chairs)$/;
const MONTHS = /^(?:mes|meses|months?|mese|mensualidades)$/;
const YEARS = /^(?:anos?|years?|anio|anios)$/;
const DAYS = /^(?:dias?|days?)$/;
const SCREENS = /^(?:pantallas?|telas?|screens?|perfil|perfiles|dispositivos?|perfis|profiles?|devices?|usuarios?)$/;
const INCHES = /^(?:pulgadas?|polegadas?|inch|inches|plg|pulg|in|pul)$/;
const BED_SIZES: Record<string, string> = {
  queen: 'queen',
  quen: 'queen',
  king: 'king',
  matrimonial: 'double',
  casal: 'double',
  doble: 'double',
  double: 'double',
  full: 'double',
  individual: 'single',
  twin: 'single',
  single: 'single',
  solteiro: 'single',
  sencilla: 'single',
  unipersonal: 'single',
  superking: 'king',
  semidoble: 'semidouble',
  semidouble: 'semidouble',
  dobles: 'double',
  matrimoniales: 'double',
  kin: 'king',
};
const PERIODS: Record<string, number> = {
  mensual: 1,
  mensal: 1,
  monthly: 1,
  bimestral: 2,
  trimestral: 3,
  quarterly: 3,
  semestral: 6,
  semestre: 6,
  trimestre: 3,
  anual: 12,
  yearly: 12,
  annual: 12,
  anualidad: 12,
};
const CAPACITIES = new Set([16, 32, 64, 128, 256, 512]);
const ONE = /^(?:un|una|uno|um|uma|one|1|a)$/;

/** Every capacity, colour, size, number of places, duration... that the tokens name, in order. */
export function attributeMentions(tokens: readonly Token[]): AttributeMention[] {
  const found: AttributeMention[] = [];
  for (const hit of COLOR_PHRASES.find(tokens.map((token) => token.norm)))
    if (isColor(tokens, hit.from)) found.push({ kind: 'color', ...hit });
  for (let at = 0; at < tokens.length; at++) {
    const pair = readPair(tokens, at);
    if (pair) {
      found.push({ ...pair, from: at, to: at + 2 });
      at++;
      continue;
    }
    const single = impliedPlaces(tokens, at) ?? readSingle(tokens[at]);
    if (single) found.push({ ...single, from: at, to: at + 1 });
  }
  return found.sort((one, other) => one.from - other.from);
}

/** Colour words that are everyday words or verbs ("vino sin caja", "un café") count only where a colour is expected. */
const DOUBTFUL_COLORS = new Set([
  'vino',
  'cafe',
  'natural',
  'oro',
  'cristal',
  'oscuro',
  'arena',
  'chocolate',
  'tomate',
  'crema',
  'menta',
  'plata',
  'rosas',
  'colorado',
  'naranja',
  'clear',
  'red',
  'tinto',
  'aqua',
  'plomo',
  'hueso',
]);

function isColor(tokens: readonly Token[], at: number): boolean {
  if (!DOUBTFUL_COLORS.has(tokens[at]?.norm ?? '') || tokens.length <= 2) return true;
  const before = tokens[at - 1]?.norm ?? '';
  return (
    before === 'color' ||
    before === 'cor' ||
    before === 'tono' ||
    (before === 'en' && tokens[at]?.norm !== 'oro') ||
    (tokens[at]?.norm === 'red' && before !== 'la')
  );
}

function readPair(tokens: readonly Token[], at: number): Read {
  const first = tokens[at];
  const unit = tokens[at + 1]?.norm;
  if (first === undefined || unit === undefined || tokens[at + 1]?.breakBefore === true) return undefined;
  const count = first.number ?? (ONE.test(first.norm) ? 1 : null);
  if (count === null || count > 2_000) return undefined;
  if (GIGABYTES.test(unit) && first.number !== null && count >= 2) return { kind: 'capacity', value: `${count}GB` };
  if (TERABYTES.test(unit) && count <= 16) return { kind: 'capacity', value: `${count}TB` };
  if (MONTHS.test(unit)) return { kind: 'duration', value: count };
  if (YEARS.test(unit)) return { kind: 'duration', value: count * 12 };
  if (DAYS.test(unit) && count % 30 === 0 && count > 0) return { kind: 'duration', value: count / 30 };
  if (unit === 'plaza' || unit === 'plazas' || unit === 'plasas' || unit === 'plz')
    return { kind: 'plazas', value: hasHalf(tokens, at + 2) ? count + 0.5 : count };
  if (first.number === null) return SCREENS.test(unit) ? { kind: 'screens', value: count } : undefined;
  if (SCREENS.test(unit)) return { kind: 'screens', value: count };
  if (PLACES.test(unit) && count <= 20) return { kind: 'places', value: count };
  if (CHAIRS.test(unit) && count <= 20 && isDiningSet(tokens, at)) return { kind: 'places', value: count };
  if (INCHES.test(unit)) return { kind: 'inches', value: count };
  return /^(?:w|watts?|vatios)$/.test(unit) ? { kind: 'power', value: count } : undefined;
}

function readSingle(token: Token | undefined): Read {
  if (token === undefined) return undefined;
  const word = token.norm;
  const bed = Object.hasOwn(BED_SIZES, word) ? BED_SIZES[word] : undefined;
  if (bed !== undefined) return { kind: 'bedSize', value: bed };
  const period = Object.hasOwn(PERIODS, word) ? PERIODS[word] : undefined;
  if (period !== undefined) return { kind: 'duration', value: period };
  if (token.number !== null && CAPACITIES.has(token.number) && /^\d/.test(word))
    return { kind: 'capacity', value: `${token.number}GB` };
  const glued = /^(\d{1,4})([gtw])$/.exec(word);
  if (glued?.[2] === 'w') return { kind: 'power', value: Number(glued[1]) };
  if (glued?.[2] === 't') return { kind: 'capacity', value: `${glued[1] ?? ''}TB` };
  return glued && Number(glued[1]) >= 16 ? { kind: 'capacity', value: `${glued[1] ?? ''}GB` } : undefined;
}

function hasHalf(tokens: readonly Token[], at: number): boolean {
  return tokens[at]?.norm === 'media' || (tokens[at]?.norm === 'y' && tokens[at + 1]?.norm === 'media');
}

/** "comedor de 6", "sofá para 3": a bare number after what people sit at. */
function impliedPlaces(tokens: readonly Token[], at: number): Read {
  const count = tokens[at]?.number ?? null;
  const next = tokens[at + 1];
  if (count === null || count < 1 || count > 12 || !/^(?:de|para|pra|for|p)$/.test(tokens[at - 1]?.norm ?? ''))
    return undefined;
  const seats = tokens
    .slice(Math.max(0, at - 5), at - 1)
    .some((token) =>
      /^(?:comedor|comedores|sofas?|sillon|sillones|sala|antecomedor|jantar|dining|couch|sofacama|esquinero)$/.test(
        token.norm,
      ),
    );
  const measured =
    next !== undefined &&
    !next.breakBefore &&
    /^(?:mil|lucas|dolares|pesos|meses|dias|cajones|puertas|cuotas|metros|cm|usd|k)$/.test(next.norm);
  return seats && !measured ? { kind: 'places', value: count } : undefined;
}

/** "comedor de 4 sillas": the chairs tell the size of the table; "4 sillas" alone are four chairs. */
function isDiningSet(tokens: readonly Token[], at: number): boolean {
  const before = tokens.slice(Math.max(0, at - 6), at).map((token) => token.norm);
  return (
    before.some((word) => /^(?:comedor|comedores|mesa|mesas|juego|dining|jantar|antecomedor|table)$/.test(word)) &&
    /^(?:de|con|com|with|y|para|of)$/.test(before.at(-1) ?? '')
  );
}
