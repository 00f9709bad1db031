import { answerTurn } from '../answer-turn.js';
import type { Quote } from '../decide/cart.js';
import type { DialogueState } from '../decide/dialogue-state.js';
import { NEW_DIALOGUE } from '../decide/dialogue-state.js';
import type { LeadQuality } from '../decide/lead-quality.js';
import type { CatalogueItem } from '../ground/catalogue-item.js';
import type { ShopFacts } from '../ground/shop-facts.js';
import { moneyAmounts, sameAmount } from '../guard/figures.js';
import { guardReply } from '../guard/guard-reply.js';
import type { IntentModel } from '../understand/intents/intent-model.js';
import type { ItemIndex } from '../understand/link-items/item-index.js';
import { searchItems } from '../understand/link-items/link-items.js';
import type { Slots } from '../understand/slots/extract-slots.js';

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

export interface ShopEngine {
  readonly model: IntentModel;
  readonly index: ItemIndex;
  readonly shop: ShopFacts;
  readonly now: () => number;
}

/** Runs one message, as the first of a new conversation. */
export function predictMessage(engine: ShopEngine, text: string): TurnPrediction & { readonly said: Slots } {
  const { prediction, said } = runTurn(engine, NEW_DIALOGUE, text, []);
  return { ...prediction, said };
}

/** Ranked SKUs of a search. */
export function predictSearch(engine: ShopEngine, query: string): { skus: string[]; latencyMs: number } {
  const start = engine.now();
  const skus = searchItems(engine.index, query).map((found) => found.item.sku);
  return { skus, latencyMs: engine.now() - start };
}

/** Runs a whole dialogue, keeping the state between turns. */
export function predictDialogue(engine: ShopEngine, texts: readonly string[]): DialoguePrediction {
  let state: DialogueState = NEW_DIALOGUE;
  let lead: DialoguePrediction['lead'] = null;
  let quote: Quote | null = null;
  const turns: TurnPrediction[] = [];
  const violations: string[] = [];
  texts.forEach((text, at) => {
    const turn = runTurn(engine, state, text, texts.slice(0, at));
    state = turn.state;
    quote = state.quoted ? turn.quote : null;
    if (turn.createLead) lead = { quality: turn.quality, slots: state.slots };
    if (state.optedOut) lead = null;
    turns.push(turn.prediction);
    violations.push(...turn.violations);
  });
  return { turns, lead, quote, violations };
}

function runTurn(engine: ShopEngine, state: DialogueState, text: string, earlierTexts: readonly string[]) {
  const start = engine.now();
  const turn = answerTurn({ ...engine, state, text, earlierTexts, owner: 'assistant' });
  const latencyMs = engine.now() - start;
  const { decision, understanding } = turn;
  const prediction: TurnPrediction = {
    reply: turn.reply,
    intent: decision.intent,
    intents: [...new Set([decision.intent, ...understanding.classification.intents.map((one) => one.intent)])],
    skus: understanding.skus,
    slots: decision.state.slots,
    action: decision.action,
    escalate: decision.escalation !== null,
    latencyMs,
  };
  const violations = violationsOf(engine, turn.reply, turn.grounds.totals, [...earlierTexts, text]);
  return {
    prediction,
    said: understanding.slots,
    state: decision.state,
    quote: decision.quote,
    quality: decision.quality,
    createLead: decision.createLead,
    violations,
  };
}

/** Judges a reply against the whole catalogue, apart from the guard that let it pass. */
function violationsOf(
  engine: ShopEngine,
  reply: string,
  totals: readonly number[],
  customerTexts: readonly string[],
): string[] {
  const items: CatalogueItem[] = engine.index.items.map((entry) => entry.item);
  const soldOut = items.filter((item) => item.stock !== null && item.stock <= 0);
  const grounds = { items, shop: engine.shop, totals, quantities: [], customerTexts, soldOut };
  const found = guardReply(reply, grounds).filter((finding) => finding.rule === 'money' || finding.rule === 'sold_out');
  const unknown = moneyAmounts(items.reduce((text, item) => text.replaceAll(item.name, ' '), reply)).filter(
    (amount) => amount < 0 || (sameAmount(amount, 0) && !customerTexts.join(' ').includes('0')),
  );
  return [
    ...found.map((finding) => `${finding.rule}: ${finding.found}`),
    ...unknown.map((amount) => `money: ${amount}`),
  ];
}
