import type { LinkedMessage } from '../link-items/link-items.js';
import type { ReadMessage } from '../read-message.js';
import type { Token } from '../text/tokens.js';

const UNIT = /^(?:unidades?|unid|uds?|u|pzas?|piezas?|units?|pcs|pieces|juegos|cuentas?|perfiles|licencias?|pares)$/;
const ASKS =
  /^(?:quiero|quisiera|dame|deme|necesito|necesitamos|llevo|llevaria|compro|compraria|comprar|llevar|mandame|vendeme|apartame|reservame|serian|sean|son|por|si|los|las|otros|otras|quero|preciso|levo|levar|need|want|take|buy|order|pedir|pido|agregame|sumame|mejor|ponme|haceme|tenes|tienen|hay|dejas|cotizame|cotizar|unos|unas|anotame|queria|separame|dejame|ponle|like|make|it|ll|total|de|cotizacion|proforma|presupuesto|quote|for|entonces|solo|regaleme|vender|todos|get)$/;
const NOT_COUNTED =
  /^(?:cuotas?|meses|mes|dias?|anos?|horas?|puestos?|plazas?|cuerpos?|lugares|personas?|pulgadas?|gb|gigas?|tb|pantallas?|mil|lucas|palos?|millones|millon|pesos|dolares?|dolar|usd|ars|cop|reais|am|pm|hs|x|inch|inches|porciento|por|veces|semanas?|minutos?|kilos?|kg|metros?|cm|days?|weeks?|months?|years?|people|times|telas?|vezes|pessoas?|parcelas|k|seater|asientos|de|cajones|puertas|dispositivos?|watts?|w|usuarios?)$/;

/** How many the customer wants: "6 cargadores", "quiero 3", "x10", "media docena". Null when unsaid or one. */
export function readQuantity(message: ReadMessage, linked: LinkedMessage, alone = false): number | null {
  const { tokens } = message;
  const words = tokens.map((token) => token.norm).join(' ');
  const dozens = /\b(?:(\d{1,2}|dos|tres) )?(media docena|docenas?|duzias?|dozen|meia duzia|half a dozen)\b/.exec(
    words,
  );
  if (dozens)
    return dozens[2]?.startsWith('me') === true || dozens[2]?.startsWith('half') === true ? 6 : 12 * countOf(dozens[1]);
  if (/\b(?:un par de|a couple of|um par de)\b/.test(words)) return 2;
  const times = /(?:^|\s)x\s?(\d{1,3})(?=$|[\s,.?!])(?!\s*(?:mes|dias|ano|cuota))/.exec(message.folded);
  if (
    times &&
    !linked.mentions.some((mention) => mention.terms.some((term) => term.known && term.key === `x${times[1] ?? ''}`))
  )
    return positive(Number(times[1]));
  for (let at = 0; at < tokens.length; at++) {
    const count = countAt(message, linked, at, alone);
    if (count !== null) return count;
  }
  return null;
}

function countAt(message: ReadMessage, linked: LinkedMessage, at: number, alone: boolean): number | null {
  const { tokens } = message;
  const token = tokens[at];
  const count = token?.number ?? null;
  if (token === undefined || count === null || count < 2 || count > 999) return null;
  const next = tokens[at + 1];
  if (
    /^(?:las?|los)$/.test(tokens[at - 1]?.norm ?? '') &&
    /^(?:a|de|desde|hasta|tipo)$/.test(tokens[at - 2]?.norm ?? '')
  )
    return null;
  if (tokens[at - 1]?.norm === 'en') return null;
  if (isPrice(message.folded, token) || isInsideName(linked, at)) return null;
  if (next !== undefined && !next.breakBefore) {
    if (UNIT.test(next.norm)) return count;
    if (
      NOT_COUNTED.test(next.norm) &&
      !(next.norm === 'de' && /^(?:es[eoa]s|cada|los|las|esas|esos|el|la)$/.test(tokens[at + 2]?.norm ?? ''))
    )
      return null;
  }
  const opens = linked.mentions.find((mention) =>
    mention.terms.some(
      (term) =>
        (term.kind === 'concept' || term.kind === 'brand' || term.kind === 'word' || term.kind === 'model') &&
        term.from === at + 1,
    ),
  );
  if (
    opens &&
    next?.breakBefore !== true &&
    tokens[at - 1]?.norm !== 'de' &&
    !opens.attributes.some((one) => one.from === at)
  )
    return count;
  if (
    opens &&
    /^(?:cotizacion|proforma|presupuesto|total|orcamento|pedido|precio|stock|quote)$/.test(tokens[at - 2]?.norm ?? '')
  )
    return count;
  const before = tokens[at - 1]?.norm ?? '';
  const bare =
    next === undefined ||
    next.breakBefore ||
    /^(?:por favor|porfavor|mas|please|para|si|entonces|nomas|gracias|y)$/.test(next.norm) ||
    ASKS.test(next.norm);
  if (bare && at > 0 && ASKS.test(before) && before !== 'de' && before !== 'for' && before !== 'si') return count;
  return alone && tokens.length <= 2 && bare ? count : null;
}

function isInsideName(linked: LinkedMessage, at: number): boolean {
  return linked.mentions.some((mention) =>
    mention.terms.some(
      (term) =>
        term.from <= at &&
        at < term.to &&
        term.kind === 'number' &&
        mention.terms.some((other) => other.to === term.from && other.known),
    ),
  );
}

function isPrice(folded: string, token: Token): boolean {
  return (
    /[$#-]\s?$/.test(folded.slice(Math.max(0, token.start - 2), token.start)) ||
    /^\s?(?:%|:\d|°|\/\d)/.test(folded.slice(token.end, token.end + 4))
  );
}

function countOf(word: string | undefined): number {
  if (word === undefined) return 1;
  return word === 'dos' ? 2 : word === 'tres' ? 3 : Number(word);
}

function positive(count: number): number | null {
  return count >= 2 ? count : null;
}
