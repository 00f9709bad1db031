import type { ReadMessage } from '../read-message.js';

export interface MoneyMention {
  readonly amount: number;
  /** Positions in the clean text. */
  readonly start: number;
  readonly end: number;
  /** Whether a currency, a multiplier ("lucas", "mil", "k") or a sign says that it is money. */
  readonly explicit: boolean;
}

const FIGURE =
  /(?<![\w.,#-])((?:u\$s|us\$|r\$|\$|usd|ars|cop|mxn)\s{0,2})?(\d{1,3}(?:[.,]\d{3}){1,3}(?:[.,]\d{1,2})?|\d{1,9}(?:[.,]\d{1,2})?|un|una|medio|dos|tres|cien|um|meia)\s{0,2}(lucas?|luquitas|mil(?!i)|k|palos?|millon(?:es)?|melones|melon|milhao|milhoes|m|kk)?(?![a-z\d])\s{0,2}(y medio|e meio)?\s{0,2}(de )?(pesos|dolares?|dolar|usd|u\$s|reais|real|ars|cop|mxn|dollars?|bucks|verdes|soles|\$)?(?![a-z\d])/g;
const WORDS: Record<string, number> = { un: 1, una: 1, um: 1, medio: 0.5, meia: 0.5, dos: 2, tres: 3, cien: 100 };

/** Every figure that may be money, in order. "80 lucas" is 80,000; "2 palos" two million; "1.320.000" and "1,320,000" one figure. */
export function moneyIn(message: ReadMessage): MoneyMention[] {
  const found: MoneyMention[] = [];
  for (const match of message.folded.matchAll(FIGURE)) {
    const [whole, sign, figure = '', multiplier, half, , currency] = match;
    const base = Object.hasOwn(WORDS, figure) ? (WORDS[figure] ?? 0) : parseFigure(figure);
    const times = multiplierOf(multiplier);
    if (Object.hasOwn(WORDS, figure) && times === 1 && currency === undefined) continue;
    const amount = (base + (half !== undefined ? 0.5 : 0)) * times;
    const explicit = sign !== undefined || currency !== undefined || times > 1;
    found.push({
      amount: Math.round(amount * 100) / 100,
      start: match.index,
      end: match.index + whole.trimEnd().length,
      explicit,
    });
  }
  return found;
}

const CUE =
  /(?:hasta|presupuesto(?: (?:es|de|maximo|seria|aprox\w*|ronda|tengo))*|tengo|dispongo de|cuento con|no mas de|que no pase de|no pase de|no supere|sin pasar de|menos de|maximo|max|tope|por debajo de|abajo de|gastar(?: mas de)?|con|unos|alrededor de|cerca de|mas o menos|budget(?: (?:is|of))?|under|up to|below|at most|have|spend|around|ate|tenho|orcamento(?: (?:e|de))?|no maximo|menos que|entre|rango de|mi tope es|llego a|llegamos a|me alcanza para|de hasta|invertir|less than|within|limite)(?: (?:de|unos|los|mi|es|of|about|like|como|solo|a|uns|nomas|hasta|un|maximo))*[\s:]{0,2}$/;
const HAGGLE =
  /(?:te doy|le doy|aceptas?|aceptan|me lo dejas?|dejamelo|me la dejas?|lo dejas?|deja|pago|pague|transferi|deposite|vi a|esta a|cobraron|cobran|costaba|sale|salia|por) (?:en |a |de |los |hasta )?$/;

/** What the customer says he can spend, in the shop's currency; a range gives its upper end. `asked` tells that the last reply asked for it. */
export function readBudget(message: ReadMessage, asked: boolean): number | null {
  const figures = moneyIn(message);
  for (const figure of figures) {
    const before = message.folded.slice(Math.max(0, figure.start - 40), figure.start);
    const range = /^\s*(?:y|a|e|and|to|-)\s*$/;
    const upper = figures.find(
      (other) => other.start > figure.start && range.test(message.folded.slice(figure.end, other.start)),
    );
    if (HAGGLE.test(before) || isMeasure(message, figure)) continue;
    const big = figure.explicit || figure.amount >= 20;
    if (
      CUE.test(before) &&
      big &&
      (figure.explicit || !/(?:con|tengo|have|unos|entre|tenho) $/.test(before) || figure.amount >= 50)
    )
      return upper ? Math.max(upper.amount, figure.amount) : figure.amount;
    const bare =
      message.folded.slice(figure.end).trim() === '' ||
      /^\s*(?:mas o menos|maximo|aprox\w*|como mucho|de presupuesto|max|tope)/.test(message.folded.slice(figure.end));
    if (
      figure.explicit &&
      /^\s*(?:maximo|como mucho|de presupuesto|tope|de tope|budget|max)\b/.test(message.folded.slice(figure.end))
    )
      return figure.amount;
    if (asked && bare && big && message.tokens.length <= 8) return figure.amount;
  }
  return null;
}

function isMeasure(message: ReadMessage, figure: MoneyMention): boolean {
  return /^\s*(?:gb|gigas?|tb|pulgadas?|inch|plazas?|puestos|meses|mes|dias|personas|cm|m\b|metros|cuotas|unidades|kilos|kg|mah|w\b|anos|horas|hs|am|pm|:\d)/.test(
    message.folded.slice(figure.end),
  );
}

function multiplierOf(word: string | undefined): number {
  if (word === undefined) return 1;
  return /^(?:palo|mill|mel|milh|m$|kk)/.test(word) && word !== 'mil' ? 1_000_000 : 1_000;
}

/** Reads "1.320.000", "1,320.50", "4,25": a separator before exactly three last digits groups thousands. */
export function parseFigure(text: string): number {
  const dots = text.split('.').length - 1;
  const commas = text.split(',').length - 1;
  if (dots > 0 && commas > 0) {
    const decimal = text.lastIndexOf('.') > text.lastIndexOf(',') ? '.' : ',';
    return Number.parseFloat(text.replaceAll(decimal === '.' ? ',' : '.', '').replace(decimal, '.'));
  }
  const mark = dots > 0 ? '.' : ',';
  const parts = text.split(mark);
  return parts.length > 2 || parts.at(-1)?.length === 3
    ? Number.parseFloat(parts.join(''))
    : Number.parseFloat(parts.join('.'));
}
