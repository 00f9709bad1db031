import type { CatalogueItem } from '../ground/catalogue-item.js';
import type { Grounds } from '../ground/grounds.js';
import { moneyIn } from '../understand/slots/money.js';
import { readMessage } from '../understand/read-message.js';
import { fold } from '../understand/text/clean-text.js';
import { moneyAmounts, numbersIn, sameAmount } from './figures.js';

export interface GuardFinding {
  readonly rule: 'figure' | 'money' | 'discount' | 'sold_out' | 'stock' | 'link' | 'personal_data' | 'leak';
  /** What was found in the draft. */
  readonly found: string;
}

const SOLD_OUT =
  /sin stock|agotad|esgotad|out of stock|sold out|no (?:hay|tenemos|queda|quedan|temos)|not available|nao temos|indisponi/;
const LINK =
  /\b(?:https?:\/\/|www\.)[^\s]{1,300}|\b[a-z0-9-]{2,60}\.(?:com|net|org|io|ly|me|app|shop|store|info|link|xyz|co|ar|ec|mx|br)(?:\.[a-z]{2})?(?:\/[^\s]{0,200})?\b/gi;
const EMAIL = /[a-z0-9._%+-]{1,64}@[a-z0-9-]{1,60}(?:\.[a-z0-9-]{1,20}){1,4}/gi;
const LEAK =
  /\b(?:system prompt|prompt del sistema|mis instrucciones|my instructions|minhas instrucoes|as an ai|como modelo de lenguaje|language model|api key)\b/;
const STOCK =
  /\b(?:quedan?|restam?|hay|tenemos) (\d{1,6})\b|\b(\d{1,6}) (?:units?|unidades|disponibles|en stock|em estoque|in stock|left)\b/g;

/** What of the draft rests on nothing that is known; empty means that it may be sent. Used on templates and models alike. */
export function guardReply(draft: string, grounds: Grounds): GuardFinding[] {
  const customers = grounds.customerTexts.join('\n');
  return [
    ...unfoundedMoney(draft, grounds),
    ...unfoundedNumbers(draft, grounds, customers),
    ...[...draft.matchAll(/\d{1,3}\s{0,2}(?:%|por ciento|percent|por cento)/gi)].map((match) => ({
      rule: 'discount' as const,
      found: match[0],
    })),
    ...soldOutOffers(draft, grounds.soldOut),
    ...unfoundedStock(draft, grounds),
    ...foreignLinks(draft, grounds),
    ...[...draft.matchAll(EMAIL)]
      .filter((match) => !customers.toLowerCase().includes(match[0].toLowerCase()))
      .map((match) => ({ rule: 'personal_data' as const, found: match[0] })),
    ...(LEAK.test(fold(draft)) ? [{ rule: 'leak' as const, found: 'prompt' }] : []),
  ];
}

function unfoundedMoney(draft: string, grounds: Grounds): GuardFinding[] {
  const prices = [
    ...grounds.items.flatMap((item) => [item.priceRetail, item.priceWholesale ?? item.priceRetail]),
    ...grounds.totals,
  ];
  const theirs = customerFigures(grounds);
  return moneyAmounts(withoutNames(draft, grounds))
    .filter(
      (amount) =>
        !prices.some((price) => sameAmount(price, amount)) && !theirs.some((figure) => sameAmount(figure, amount)),
    )
    .map((amount) => ({ rule: 'money' as const, found: String(amount) }));
}

/** What the customer's figures stand for: "350 lucas" is 350,000. */
function customerFigures(grounds: Grounds): number[] {
  return grounds.customerTexts.flatMap((text) => moneyIn(readMessage(text)).map((figure) => figure.amount));
}

/** Names may hold what looks like money ("5 Pro", "4K"). */
function withoutNames(draft: string, grounds: Grounds): string {
  return [...grounds.items, ...grounds.soldOut].reduce((text, item) => text.replaceAll(item.name, ' '), draft);
}

function unfoundedNumbers(draft: string, grounds: Grounds, customers: string): GuardFinding[] {
  const { shop } = grounds;
  const words = [
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

function unfoundedStock(draft: string, grounds: Grounds): GuardFinding[] {
  const known = [
    ...grounds.items.map((item) => item.stock ?? -1),
    ...grounds.quantities,
    grounds.shop.wholesaleMinQty ?? -1,
  ];
  return [...fold(draft).matchAll(STOCK)]
    .map((match) => Number(match[1] ?? match[2]))
    .filter(
      (count) =>
        !known.includes(count) &&
        !numbersIn([grounds.shop.shipping, grounds.shop.warranty, grounds.shop.hours].join(' ')).includes(count),
    )
    .map((count) => ({ rule: 'stock' as const, found: String(count) }));
}

function foreignLinks(draft: string, grounds: Grounds): GuardFinding[] {
  const own = [...(grounds.shop.ownHosts ?? []), hostOf(grounds.shop.website ?? '')].filter((host) => host !== '');
  const named = fold(grounds.items.map((item) => item.name).join(' '));
  return [...draft.replace(EMAIL, ' ').matchAll(LINK)]
    .filter((match) => !own.includes(hostOf(match[0])) && !named.includes(fold(match[0])))
    .map((match) => ({ rule: 'link' as const, found: match[0] }));
}

function hostOf(link: string): string {
  return (
    fold(link)
      .replace(/^https?:\/\//, '')
      .replace(/^www\./, '')
      .split(/[/?#:]/)[0] ?? ''
  );
}

const SMALL = new Set(['de', 'a', 'con', 'y', 'e', 'en', 'm', 'la', 'el', 'los', 'las', 'x']);

function wordsOf(text: string): string[] {
  return fold(text)
    .replace(/(\d)\s+(gb|tb|cm|mm|w)\b/g, '$1$2')
    .split(/[^a-z0-9+]+/)
    .filter((word) => word !== '' && !SMALL.has(word));
}
