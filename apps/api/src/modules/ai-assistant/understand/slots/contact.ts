import type { ReadMessage } from '../read-message.js';
import { readLines } from '../text/read-data.js';
import type { Token } from '../text/tokens.js';
import { COMMON_WORDS } from '../link-items/common-words.js';
import { citiesIn } from './city.js';
import { FIRST_NAMES } from './first-names.js';

const EMAIL = /[a-z0-9](?:[a-z0-9._%+-]{0,62}[a-z0-9_])?@[a-z0-9-]{1,60}(?:\.[a-z0-9-]{1,20}){1,4}/;
const PHONE = /(?<![\w$@.,-])\+?\(?\d(?:[\s().-]{0,2}\d){6,14}(?![\w@])/g;
const INTRODUCTION =
  /(?:^|[\s,.;:!¡?¿])(?:soy|sou|me llamo|mi nombre es|mi nombre|mi nombre completo es|a nombre de|nombre|nombre:|le saluda|te saluda|les saluda|le escribe|te escribe|les escribe|le habla|te habla|les habla|habla|aqui|aca|my name is|my name's|i am|i'm|im|this is|meu nome e|me chamo|aqui e o|aqui e a|ponelo a nombre de|factura a nombre de|factura a)[\s:]+(?:(?:el|la|o|a|don|dona|dra?\.?|sra?\.?|srta\.?|ing\.?|lic\.?) ){0,2}/g;
const WORD = /^(\p{L}[\p{L}'’]{1,20})(?=$|[\s,.;:!?)\n])/u;
const NOT_NAMES: ReadonlySet<string> = new Set(
  readLines(import.meta.url, './not-names.txt').flatMap((line) => line.split(/\s+/)),
);

/** The e-mail address that the customer writes, in lower case. */
export function readEmail(message: ReadMessage): string | null {
  return EMAIL.exec(message.folded)?.[0] ?? null;
}

/** The digits of a telephone number (7 to 15), with no sign. */
export function readPhone(message: ReadMessage): string | null {
  for (const match of message.folded.matchAll(PHONE)) {
    const before = message.folded.slice(Math.max(0, match.index - 16), match.index);
    const digits = match[0].replace(/\D/g, '');
    if (/(?:pedido|orden|order|compra|factura|guia|nro|n°|#|\$|cedula|dni|ruc|rut|cpf|nit)[\s:#]*$/.test(before))
      continue;
    if (/^\s*(?:pesos|lucas|mil|dolares|usd|ars|cop|reais)\b/.test(message.folded.slice(match.index + match[0].length)))
      continue;
    if (/^\d{1,3}(?:[.]\d{3})+$/.test(match[0].trim())) continue;
    if (digits.length <= 15) return digits;
  }
  return null;
}

/** The customer's own name. `asked` tells that the last reply asked for it: then a bare name is enough. */
export function readName(message: ReadMessage, asked: boolean): string | null {
  for (const match of message.folded.matchAll(INTRODUCTION)) {
    const at = match.index + match[0].length;
    const sure = /nombre|llamo|name|chamo/.test(match[0]);
    const name = sure || looksLikeName(message, at) ? nameAt(message, at, sure) : null;
    if (name !== null) return name;
  }
  return bareName(message, asked);
}

const TRADE =
  /(?:ista|er[oa]|(?:graf|log|crat|fic)[oa]|[aei]nte|[dt]ora?|ari[oa]|iatra|[ai]d[oa]|isim[oa]|iv[oa]|ous|ing|ed|ful)$/;

/** "soy enfermera", "this is ridiculous": after a weak introduction only a known name, or one written as such, is a name. */
function looksLikeName(message: ReadMessage, at: number): boolean {
  const word = WORD.exec(message.clean.slice(at, at + 24))?.[1] ?? '';
  const folded = message.folded.slice(at, at + word.length);
  if (FIRST_NAMES.has(folded)) return true;
  const shouts = message.clean === message.clean.toUpperCase();
  return (!shouts && /^\p{Lu}/u.test(word)) || !TRADE.test(folded);
}

function bareName(message: ReadMessage, asked: boolean): string | null {
  const lead = /^(?:(?:si|claro|dale|ok|bueno|hola|buenas)[\s,.]+)?/.exec(message.folded)?.[0].length ?? 0;
  const first = message.tokens.find((token) => token.start >= lead);
  if (!first || first.start > lead) return null;
  const known = FIRST_NAMES.has(first.norm);
  const placed =
    /^\p{Lu}\p{Ll}{2,20}(?: \p{Lu}\p{Ll}{2,20})?,? (?:de|desde|from) /u.test(message.clean.slice(lead)) &&
    citiesIn(message, () => false).some((city) => city.from > 1);
  const alone =
    message.tokens.length <= 7 &&
    (known ||
      (placed && !COMMON_WORDS.has(first.norm)) ||
      (asked && message.tokens.length <= 3 && message.tokens.every(mayBeName)));
  const rest = message.folded.slice(lead);
  const closed = /^[a-z' ]{2,40}(?:$|[,.\n!]| (?:de|desde|y|from|mi correo)\b)/.test(rest);
  return alone && closed && !startsWithCity(message) ? nameAt(message, lead, asked) : null;
}

/** Neither an everyday word nor a verb with its pronoun ("agregale", "mandámelo"). */
function mayBeName({ norm }: Token): boolean {
  return (
    FIRST_NAMES.has(norm) ||
    (!COMMON_WORDS.has(norm) &&
      !NOT_NAMES.has(norm) &&
      !/(?:ame|eme|ale|ele|alo|elo|ala|ando|endo)$/.test(norm) &&
      !/\d/.test(norm))
  );
}

function startsWithCity(message: ReadMessage): boolean {
  return citiesIn(message, () => false).some((city) => city.from === 0);
}

function nameAt(message: ReadMessage, start: number, sure: boolean): string | null {
  const words: string[] = [];
  let at = start;
  while (words.length < 3) {
    const word = WORD.exec(message.clean.slice(at, at + 24))?.[1];
    if (word === undefined) break;
    const folded = message.folded.slice(at, at + word.length);
    const stops = NOT_NAMES.has(folded) || (COMMON_WORDS.has(folded) && !FIRST_NAMES.has(folded));
    if (
      stops ||
      (words.length > 0 && !FIRST_NAMES.has(folded) && word.charAt(0) === word.charAt(0).toLowerCase() && !sure)
    )
      break;
    words.push(word);
    at += word.length;
    if (message.clean.charAt(at) !== ' ') break;
    at++;
  }
  return words.length === 0 ? null : words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join(' ');
}
