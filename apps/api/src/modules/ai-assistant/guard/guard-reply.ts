import type { CatalogueItem } from '../ground/catalogue-item.js';
import type { Grounds } from '../ground/grounds.js';
import { moneyIn } from '../understand/slots/money.js';
import { readMessage } from '../understand/read-message.js';
import { fold } from '../understand/text/clean-text.js';
import type { GuardFinding } from './guard-finding.js';
import { moneyAmounts, numbersIn, sameAmount } from './figures.js';
import { foreignLinks, withoutOwnLinks } from './links.js';
import { withoutOwnWords } from './own-words.js';
import { withFigures } from './spelled-figures.js';

const SOLD_OUT =
  /sin stock|agotad|esgotad|out of stock|sold out|no (?:hay|tenemos|queda|quedan|temos)|not available|nao temos|indisponi/;
const EMAIL = /[a-z0-9._%+-]{1,64}@[a-z0-9-]{1,60}(?:\.[a-z0-9-]{1,20}){1,4}/gi;
const PHONE =
  /(?:\+|\b(?:tel|telefono|cel|celular|whatsapp|wpp|llam\w{1,6}|numero|phone|call|ligue|escrib\w{1,6})\b\D{0,12})(\d(?:[\s().-]{0,2}\d){7,14})/g;
const LEAK =
  /\b(?:system prompt|prompt del sistema|mis instrucciones|my instructions|minhas instrucoes|as an ai|modelo de (?:lenguaje|linguagem)|language model|api key)\b/;
const STOCK =
  /\b(?:quedan?|restam?|hay|tenemos|only) (\d{1,6})\b(?! (?:opciones|modelos|colores|formas|tipos|medios))|\b(\d{1,6}) (?:units?|unidades|disponibles|en stock|em estoque|in stock|left)\b/g;
const MINIMUM = /\b(?:desde|from|a partir de|minimo(?: de)?|por) \d{1,6} (?:units?|unidades)\b/g;
const PER_CENT = /\d{1,3}\s{0,2}(?:%|por ciento|percent|per cent|por cento)/g;
const GIFT =
  /\b(?:gratis|gratuit[oa]s?|sin cargo|de regalo|de yapa|te (?:lo |la )?(?:regalo|obsequio|rebajo)|(?<!feel )free\b|half price|(?:a )?mitad de precio|metade do preco|[2-4]\s?x\s?[1-3]\b(?![.,]?\d)|(?:te|le|les) (?:hago|doy|aplico) (?:un |una )?(?:descuento|rebaja|precio especial)|give you a discount)\b/g;

/** What of the draft rests on nothing that is known; empty means that it may be sent. Used on templates and models alike. */
export function guardReply(draft: string, grounds: Grounds): GuardFinding[] {
  const customers = grounds.customerTexts.join('\n');
  const claims = withFigures(withoutOwnWords(withoutOwnLinks(draft, grounds), grounds));
  return [
    ...unfoundedMoney(claims, grounds),
    ...unfoundedNumbers(withoutOwnLinks(draft, grounds), grounds, customers),
    ...[...claims.matchAll(PER_CENT), ...claims.matchAll(GIFT)].map((match) => ({
      rule: 'discount' as const,
      found: match[0],
    })),
    ...soldOutOffers(draft, grounds.soldOut),
    ...unfoundedStock(claims, grounds),
    ...foreignLinks(draft.replace(EMAIL, ' '), grounds),
    ...foreignAddresses(draft, claims, customers),
    ...(LEAK.test(fold(draft)) ? [{ rule: 'leak' as const, found: 'prompt' }] : []),
  ];
}

function unfoundedMoney(claims: string, grounds: Grounds): GuardFinding[] {
  const prices = [
    ...grounds.items.flatMap((item) => [item.priceRetail, item.priceWholesale ?? item.priceRetail]),
    ...grounds.totals,
  ];
  const theirs = customerFigures(grounds);
  return moneyAmounts(claims)
    .filter(
      (amount) =>
        !prices.some((price) => sameAmount(price, amount)) && !theirs.some((figure) => sameAmount(figure, amount)),
    )
    .map((amount) => ({ rule: 'money' as const, found: String(amount) }));
}

/** What the customer's figures stand for: "350 lucas" is 350,000. */
function customerFigures(grounds: Grounds): number[] {
  return grounds.customerTexts.flatMap((text) =>
    moneyIn(readMessage(withFigures(fold(text)))).map((figure) => figure.amount),
  );
}

function foreignAddresses(draft: string, claims: string, customers: string): GuardFinding[] {
  const digits = customers.replace(/\D/g, '');
  return [
    ...[...draft.matchAll(EMAIL)]
      .map(([found]) => found)
      .filter((found) => !customers.toLowerCase().includes(found.toLowerCase())),
    ...[...claims.matchAll(PHONE)]
      .map(([, found = '']) => found)
      .filter((found) => !digits.includes(found.replace(/\D/g, ''))),
  ].map((found) => ({ rule: 'personal_data' as const, found }));
}

function unfoundedNumbers(draft: string, grounds: Grounds, customers: string): GuardFinding[] {
  const { shop } = grounds;
  const words = [
    ...grounds.soldOut.flatMap((item) => [item.name, item.sku]),
    ...grounds.items.flatMap((item) => [
      item.name,
      item.sku,
      item.brand ?? '',
      item.category ?? '',
      ...Object.values(item.attributes).map(String),
    ]),
    shop.name,
    shop.address,
    shop.hours,
    shop.shipping,
    shop.warranty,
    shop.website ?? '',
    shop.city,
    ...shop.payments,
    ...(shop.faq ?? []).map((entry) => entry.answer),
    customers,
  ];
  const known = new Set([
    ...words.flatMap(numbersIn),
    ...grounds.items.flatMap((item) => [item.priceRetail, item.priceWholesale ?? 0, item.stock ?? 0]),
    ...grounds.totals,
    ...grounds.quantities,
    ...customerFigures(grounds),
    shop.wholesaleMinQty ?? 0,
  ]);
  return numbersIn(draft)
    .filter((figure) => ![...known].some((one) => sameAmount(one, figure)))
    .map((figure) => ({ rule: 'figure' as const, found: String(figure) }));
}

/** Lines that bear every word of a sold-out item's name and do not say that it is. */
function soldOutOffers(draft: string, soldOut: readonly CatalogueItem[]): GuardFinding[] {
  const lines = draft
    .split(/\n|•|;|(?<=[.!?])\s+(?=[A-ZÁÉÍÓÚÂÊÔÃÕ¿¡])/)
    .map((line) => ({ line: fold(line), words: new Set(wordsOf(line)) }));
  return soldOut.flatMap((item) => {
    const name = wordsOf(item.name);
    const bad = lines.some(
      ({ line, words }) =>
        (line.includes(item.sku.toLowerCase()) || (name.length > 0 && name.every((word) => words.has(word)))) &&
        !SOLD_OUT.test(line),
    );
    return bad ? [{ rule: 'sold_out' as const, found: item.sku }] : [];
  });
}

function unfoundedStock(claims: string, grounds: Grounds): GuardFinding[] {
  const known = [...grounds.items.map((item) => item.stock ?? -1), ...grounds.quantities];
  const min = String(grounds.shop.wholesaleMinQty ?? -1);
  const counted = claims.replace(MINIMUM, (from) => (from.includes(` ${min} `) ? ' ' : from));
  return [...counted.matchAll(STOCK)]
    .map((match) => Number(match[1] ?? match[2]))
    .filter((count) => !known.includes(count))
    .map((count) => ({ rule: 'stock' as const, found: String(count) }));
}

const SMALL = new Set(['de', 'a', 'con', 'y', 'e', 'en', 'm', 'la', 'el', 'los', 'las', 'x']);

function wordsOf(text: string): string[] {
  return fold(text)
    .replace(/(\d)\s+(gb|tb|cm|mm|w)\b/g, '$1$2')
    .split(/[^a-z0-9+]+/)
    .filter((word) => word !== '' && !SMALL.has(word));
}
