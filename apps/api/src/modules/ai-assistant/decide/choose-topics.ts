import { isAvailable } from '../ground/catalogue-item.js';
import { SALES_INTENTS } from '../understand/intents/intent.js';
import { alternativesTo } from './alternatives.js';
import type { Topic } from './decision.js';
import { asksHowToPay, askedStoreTopics, storeTopics } from './store-topics.js';
import type { TurnFacts } from './turn-facts.js';

const HAGGLE =
  /\b(?:descuentos?|rebaj\w{1,5}|lo menos|menos\?|ultimo precio|me lo dej\w{1,3}|te doy|promo\w{0,6}|ofertas?|discount|off|cheaper|desconto|haceme precio|mejor precio|best price|barato|igualas?|cupon|por ciento|aceptas)\b|%/;
const TOTAL =
  /\b(?:total|todo junto|en total|cuanto (?:seria|serian|es todo|me sale todo|me sale|queda|saldria|por los|por las)|how much for both|los dos|las dos|fica o total|cuanto por)\b/;
const MAX_LISTED = 4;

/** What the reply speaks about, in order. */
export function chooseTopics(facts: TurnFacts): Topic[] {
  const { intents, read, escalation, state } = facts;
  if (intents.includes('opt_out')) return [{ kind: 'opt_out' }];
  if (escalation)
    return [
      ...(escalation.reason === 'order_status' ? [{ kind: 'order_status' as const }] : []),
      { kind: 'hand_over', reason: escalation.reason, again: state.escalated },
    ];
  if (facts.injected) return [{ kind: 'deflect' }];
  const topics = [...salesTopics(facts), ...shopTopics(facts)];
  if (topics.length > 0) return topics;
  if (facts.news.some((slot) => slot !== 'urgency'))
    return facts.focus.skus.length > 0 && state.interested && facts.cart.length === 0
      ? [{ kind: 'noted', slots: read.slots }, ...itemTopics(facts, 'list').slice(0, 2)]
      : [{ kind: 'noted', slots: read.slots }];
  if (intents[0] === 'thanks_closing') return [{ kind: 'thanks' }];
  if (intents[0] === 'greeting') return [{ kind: 'greeting' }];
  return [{ kind: 'deflect' }];
}

function salesTopics(facts: TurnFacts): Topic[] {
  const { intents, purchase, quote, read, focus, chosen } = facts;
  const text = read.message.folded.slice(0, 600);
  if (purchase.cancels) return [{ kind: 'quote_cancelled' }];
  const problems: Topic[] = chosen.notEnough.map(({ item, asked }) => ({ kind: 'not_enough', sku: item.sku, asked }));
  if (quote && (purchase.buys || purchase.wantsQuote || purchase.change !== null))
    return [...soldOutTopics(facts), ...problems, { kind: 'quote', quote }];
  if (!intents.some((intent) => SALES_INTENTS.has(intent))) return [];
  if (problems.length > 0) return problems;
  if (quote && facts.state.quoted && focus.skus.length === 0) return [{ kind: 'quote', quote }];
  if (isUnknownThing(facts)) return [{ kind: 'not_sold', alternatives: nearest(facts) }];
  if (focus.skus.length === 0)
    return intents.includes('purchase') && asksHowToPay(text) ? [] : [{ kind: 'categories' }];
  const only = chosen.lines.length === 1 ? chosen.lines[0] : undefined;
  const quantity = only?.quantity ?? 1;
  if (
    only &&
    quantity > 1 &&
    (intents.includes('price_query') || TOTAL.test(text) || read.slots.quantity !== undefined)
  )
    return [{ kind: 'line_total', sku: only.sku, quantity }, ...haggle(facts, text)];
  const show = intents.includes('price_query') ? 'price' : intents.includes('stock_query') ? 'stock' : 'list';
  return [...itemTopics(facts, show), ...haggle(facts, text)];
}

function haggle(facts: TurnFacts, text: string): Topic[] {
  return facts.intents.includes('price_query') && HAGGLE.test(text)
    ? [{ kind: 'discount', skus: facts.focus.skus.slice(0, MAX_LISTED) }]
    : [];
}

function itemTopics(facts: TurnFacts, show: 'list' | 'price' | 'stock'): Topic[] {
  const items = facts.focus.skus.flatMap((sku) => facts.index.bySku.get(sku) ?? []);
  const available = items.filter(isAvailable);
  if (items.length === 0) return [];
  if (available.length === 0)
    return items.slice(0, 1).map((item) => ({
      kind: 'sold_out',
      sku: item.sku,
      alternatives: alternativesTo(facts.index, item.sku).map((one) => one.sku),
    }));
  const topics: Topic[] = [{ kind: 'items', skus: available.slice(0, MAX_LISTED).map((item) => item.sku), show }];
  const gone = items.filter((item) => !isAvailable(item));
  const named = facts.read.linked.mentions.length > 1 || show === 'stock' || items.length <= 2;
  if (gone.length > 0 && named)
    topics.push(...gone.slice(0, 2).map((item) => ({ kind: 'sold_out' as const, sku: item.sku, alternatives: [] })));
  const feature =
    facts.intents[0] === 'product_query' &&
    available.length <= 2 &&
    facts.focus.concrete &&
    /\?|\b(?:tiene|trae|incluye|viene|funciona|sirve|mide|medidas|foto|video|does|come with|vem|original|pesa|material|cuant[oa]s?)\b/.test(
      facts.read.message.folded,
    );
  if (feature) topics.push({ kind: 'features', skus: available.slice(0, 2).map((item) => item.sku) });
  return topics;
}

function soldOutTopics(facts: TurnFacts): Topic[] {
  return facts.chosen.soldOut.map((item) => ({
    kind: 'sold_out',
    sku: item.sku,
    alternatives: alternativesTo(facts.index, item.sku, 2).map((one) => one.sku),
  }));
}

function shopTopics(facts: TurnFacts): Topic[] {
  const { intents, read } = facts;
  const topics: Topic[] = [];
  const text = read.message.folded;
  if (intents.includes('warranty')) topics.push({ kind: 'warranty' });
  const asksToPay = asksHowToPay(text) && !intents.includes('warranty');
  if (intents.includes('store_info'))
    topics.push({ kind: 'store', facts: storeTopics(text).slice(0, 3), city: read.slots.city ?? null });
  else if (asksToPay) topics.push({ kind: 'store', facts: ['payments'], city: null });
  else if (
    intents.some((intent) => SALES_INTENTS.has(intent)) &&
    askedStoreTopics(text).includes('shipping') &&
    /\benvi|\bdomicilio|\bflete|\bfrete|\bship|\bdeliver|\bpuesto en\b/.test(text)
  )
    topics.push({ kind: 'store', facts: ['shipping'], city: read.slots.city ?? null });
  return topics;
}

/** The customer names something that the shop does not have, and nothing that it has. */
function isUnknownThing(facts: TurnFacts): boolean {
  const { mentions } = facts.read.linked;
  return (
    facts.read.skus.length === 0 &&
    !facts.focus.named &&
    mentions.length > 0 &&
    mentions.every((mention) => mention.approximate) &&
    facts.focus.skus.every((sku) => facts.state.focus.includes(sku))
  );
}

function nearest(facts: TurnFacts): string[] {
  const wanted = facts.read.linked.mentions.flatMap((mention) => mention.items).filter(isAvailable);
  return [...new Set(wanted.map((item) => item.sku))].slice(0, 3);
}
