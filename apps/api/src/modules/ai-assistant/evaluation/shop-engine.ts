import type { Turn } from '../answer-turn.js';
import type { Quote } from '../decide/cart.js';
import type { LeadQuality } from '../decide/lead-quality.js';
import type { CatalogueItem } from '../ground/catalogue-item.js';
import { moneyAmounts, sameAmount } from '../guard/figures.js';
import { guardReply } from '../guard/guard-reply.js';
import { searchItems } from '../understand/link-items/link-items.js';
import type { Slots } from '../understand/slots/extract-slots.js';
import type { ShopUnderTest } from './shop-under-test.js';

export interface TurnPrediction {
  readonly reply: string;
  readonly intent: string;
  readonly intents: readonly string[];
  readonly skus: readonly string[];
  readonly slots: Slots;
  readonly action: string;
  readonly escalate: boolean;
  readonly latencyMs: number;
}

export interface DialoguePrediction {
  readonly turns: readonly TurnPrediction[];
  readonly lead: { readonly quality: LeadQuality; readonly slots: Slots } | null;
  readonly quote: Pick<Quote, 'lines' | 'total' | 'currency'> | null;
  /** Figures and offers that rest on nothing: must be none. */
  readonly violations: readonly string[];
}

/** Runs one message, as the first of a new conversation. */
export async function predictMessage(
  shop: ShopUnderTest,
  text: string,
  now: () => number,
): Promise<TurnPrediction & { readonly said: Slots }> {
  const start = now();
  const turn = await shop.answer(text);
  return { ...predictionOf(shop, turn, now() - start), said: turn.understanding.slots };
}

/** Ranked SKUs of a search. */
export async function predictSearch(
  shop: ShopUnderTest,
  query: string,
  now: () => number,
): Promise<{ skus: string[]; latencyMs: number }> {
  const start = now();
  const { index } = await shop.current();
  const skus = searchItems(index, query).map((found) => shop.skuOf(found.item.sku));
  return { skus, latencyMs: now() - start };
}

/** Runs a whole dialogue in a conversation of its own. */
export async function predictDialogue(
  shop: ShopUnderTest,
  texts: readonly string[],
  now: () => number,
): Promise<DialoguePrediction> {
  const dialogue = await shop.begin();
  const turns: TurnPrediction[] = [];
  const violations: string[] = [];
  let lead: DialoguePrediction['lead'] = null;
  let quote: Quote | null = null;
  for (const [at, text] of texts.entries()) {
    const start = now();
    const turn = await dialogue.say(text);
    const { decision } = turn;
    turns.push(predictionOf(shop, turn, now() - start));
    quote = decision.state.quoted ? decision.quote : null;
    if (decision.createLead) lead = { quality: decision.quality, slots: decision.state.slots };
    if (decision.state.optedOut) lead = null;
    violations.push(...(await violationsOf(shop, turn, texts.slice(0, at + 1))));
  }
  return {
    turns,
    lead,
    quote: quote && { ...quote, lines: quote.lines.map((line) => ({ ...line, sku: shop.skuOf(line.sku) })) },
    violations,
  };
}

function predictionOf(
  shop: ShopUnderTest,
  { reply, understanding, decision }: Turn,
  latencyMs: number,
): TurnPrediction {
  return {
    reply,
    intent: decision.intent,
    intents: [...new Set([decision.intent, ...understanding.classification.intents.map((one) => one.intent)])],
    skus: understanding.skus.map((sku) => shop.skuOf(sku)),
    slots: decision.state.slots,
    action: decision.action,
    escalate: decision.escalation !== null,
    latencyMs,
  };
}

/** Judges a reply against the whole catalogue, apart from the guard that let it pass. */
async function violationsOf(
  shop: ShopUnderTest,
  { reply, grounds }: Turn,
  customerTexts: readonly string[],
): Promise<string[]> {
  const { index, facts } = await shop.current();
  const items: CatalogueItem[] = index.items.map((entry) => entry.item);
  const soldOut = items.filter((item) => item.stock !== null && item.stock <= 0);
  const all = { items, shop: facts, totals: grounds.totals, quantities: [], customerTexts, soldOut };
  const found = guardReply(reply, all).filter((finding) => finding.rule === 'money' || finding.rule === 'sold_out');
  const unknown = moneyAmounts(items.reduce((text, item) => text.replaceAll(item.name, ' '), reply)).filter(
    (amount) => amount < 0 || (sameAmount(amount, 0) && !customerTexts.join(' ').includes('0')),
  );
  return [
    ...found.map((finding) => `${finding.rule}: ${finding.found}`),
    ...unknown.map((amount) => `money: ${amount}`),
  ];
}
