import { fold } from '../text/clean-text.js';
import { readData } from '../text/read-data.js';
import type { ReadMessage } from '../read-message.js';
import { PhraseTable } from '../link-items/phrase-table.js';

const BY_COUNTRY = readData<Record<string, readonly string[]>>(import.meta.url, './cities.json');
const NAMES = new Map(Object.values(BY_COUNTRY).flatMap((names) => names.map((name) => [fold(name), name] as const)));
const TABLE = new PhraseTable([...NAMES.keys()].map((name) => [name, name] as const));

export interface CityMention {
  readonly name: string;
  /** Token positions. */
  readonly from: number;
  readonly to: number;
}

/** Words that are cities and everyday words too; they need a word of place before them. */
const NEEDS_PLACE = new Set([
  'azul',
  'dolores',
  'leon',
  'colonia',
  'salto',
  'santiago',
  'moreno',
  'pilar',
  'merlo',
  'sucre',
  'ica',
  'natal',
  'santos',
  'bello',
  'madrid',
  'salinas',
  'playas',
  'pasaje',
  'milagro',
  'banos',
  'florencia',
  'mercedes',
  'salvador',
  'vitoria',
  'victoria',
  'tigre',
  'rivera',
  'campana',
  'goya',
  'soledad',
  'ventanas',
  'lujan',
  'el carmen',
  'la libertad',
  'la paz',
  'el alto',
  'rosario',
  'tena',
  'manta',
  'orlando',
  'cali',
  'valencia',
  'armenia',
  'esmeraldas',
  'concordia',
]);

/** Tells whether a word is also part of an item's name in the shop ("Sofá Loja"). */
export type IsItemWord = (word: string) => boolean;

const PLACE_BEFORE =
  /(?:^| )(?:a|en|para|desde|hasta|hacia|de|por|em|pra|to|in|from|ate|ciudad de|city of|sou de|barrio|local|sucursal|hacia)(?: (?:la|el|o|a))?$/;
const OWN_PLACE =
  /(?:soy|somos|estoy|vivo|vivimos|resido|sou|moro|estou|i am|i m|im|live|from|desde|escribo) (?:de|en|em|in|desde|do|from)?$/;

/** Cities the message names. A word that is also a product's name ("Sofá Loja") counts only after a word of place that no product claims. */
export function citiesIn(message: ReadMessage, isItemWord: IsItemWord): CityMention[] {
  const words = message.tokens.map((token) => token.norm);
  const alone = words.length <= 3;
  return TABLE.find(words)
    .filter(
      (hit) =>
        !(
          hit.value === 'loja' &&
          /^(?:na|da|a|uma|sua|pela|minha|la)$/.test(words[hit.from - 1] ?? '') &&
          !/\b(?:envi|mand|despach|lleg|entreg)/.test(message.folded)
        ),
    )
    .filter((hit) => {
      const before = words.slice(Math.max(0, hit.from - 3), hit.from).join(' ');
      const doubtful = NEEDS_PLACE.has(hit.value) || words.slice(hit.from, hit.to).some(isItemWord);
      if (!doubtful) return true;
      return (
        (alone && hit.from === 0 && hit.to === words.length) ||
        hasPlaceBefore(before, words, hit.from) ||
        (message.tokens[hit.from - 1]?.breakBefore === true && words[hit.from - 1] === 'de')
      );
    })
    .map((hit) => ({ name: NAMES.get(hit.value) ?? hit.value, from: hit.from, to: hit.to }));
}

/** The customer's own or the destination city; the last one named wins. */
export function readCity(message: ReadMessage, isItemWord: IsItemWord): string | null {
  const known = citiesIn(message, isItemWord).at(-1);
  return known?.name ?? unknownDestination(message);
}

function hasPlaceBefore(before: string, words: readonly string[], from: number): boolean {
  if (OWN_PLACE.test(`${before} `.trimStart())) return true;
  const isOf = words[from - 1] === 'de';
  if (isOf) return /(?:soy|somos|es|son|sou|local|sucursal|tienda|,) de$/.test(before) || from === 1;
  return PLACE_BEFORE.test(before);
}

const DESTINATION =
  /\b(?:envi(?:an|as|o|os|a|en)|mand(?:an|as|a)|lleg(?:an|as|a)|entreg(?:an|as|a|am)|despach(?:an|as|a)|domicilios?|enviam|deliver|ship|shipping|frete|vivo|moro|live|estoy|reparten)(?: envios?)? (?:a|en|hasta|para|pra|em|to|in) ((?:san|santa|villa|puerto|la|el|los|las|general|nueva|ciudad)? ?[a-z]{4,16})/;
const NOT_A_CITY =
  /^(?:domicilio|todo|toda|todos|casa|provincias?|interior|cualquier|otras?|otros?|pais|donde|afuera|exterior|nivel|otra ciudad|la casa|el interior|la puerta|las provincias|el pais|esta|este|aqui|mano|tiempo|ustedes|cuanto|cuantos|cobrar|partir|pagar|fuera|zona|ciudad|local|tienda|brasil|brazil|espera|duda|la zona|el centro|la ciudad|el campo|la costa|los pueblos|minutos?|camino|persona|another|other|your|anywhere|outside|vuestra|alguna|algun|departamentos?)/;

function unknownDestination(message: ReadMessage): string | null {
  const words = message.tokens.map((token) => token.norm).join(' ');
  const found = DESTINATION.exec(words)?.[1]?.trim();
  if (found === undefined || NOT_A_CITY.test(found)) return null;
  const at = message.folded.indexOf(found);
  const raw = at < 0 ? found : message.clean.slice(at, at + found.length);
  return raw.replace(/(^|\s)(\p{L})/gu, (_, gap: string, letter: string) => gap + letter.toUpperCase());
}
