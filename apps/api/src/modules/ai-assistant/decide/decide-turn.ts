import type { ShopFacts } from '../ground/shop-facts.js';
import type { Intent } from '../understand/intents/intent.js';
import { SALES_INTENTS } from '../understand/intents/intent.js';
import type { ItemIndex } from '../understand/link-items/item-index.js';
import type { Slots } from '../understand/slots/extract-slots.js';
import type { Understanding } from '../understand/understand-message.js';
import type { CartLine } from './cart.js';
import { changeCart, quoteFor } from './cart.js';
import type { Chosen } from './choose-items.js';
import { chooseItems } from './choose-items.js';
import { chooseTopics } from './choose-topics.js';
import { intentInContext } from './context-intent.js';
import type { Decision, Question } from './decision.js';
import type { DialogueState } from './dialogue-state.js';
import { escalationOf } from './escalation.js';
import { completeness, leadQuality } from './lead-quality.js';
import { nextStep } from './next-step.js';
import type { Purchase } from './read-purchase.js';
import { readPurchase } from './read-purchase.js';
import type { Focus } from './resolve-focus.js';
import { resolveFocus } from './resolve-focus.js';
import type { TurnFacts } from './turn-facts.js';

/** Decides what to do about one message. Pure: the same arguments give the same decision. */
export function decideTurn(index: ItemIndex, shop: ShopFacts, state: DialogueState, read: Understanding): Decision {
  const injected = read.classification.because.startsWith('injection');
  const { intents, because } = intentInContext(state, read);
  const resolved = resolveFocus(index, state, read);
  const slots: Slots = { ...state.slots, ...read.slots };
  const focus = withinBudget(
    index,
    resolved,
    slots.budget,
    state.interested || intents.some((intent) => SALES_INTENTS.has(intent)),
  );
  const news = (Object.keys(read.slots) as (keyof Slots)[]).filter((key) => read.slots[key] !== state.slots[key]);
  const escalation = escalationOf(read, intents);
  const purchase: Purchase =
    injected || escalation
      ? { buys: false, wantsQuote: false, cancels: false, change: null }
      : readPurchase(state, read, focus, intents);
  const sameFocus = !focus.named || (state.cart.length === 0 && focus.skus.some((sku) => state.focus.includes(sku)));
  const wanted = {
    count: read.slots.quantity ?? (sameFocus ? (slots.quantity ?? null) : null),
    carried: read.slots.quantity === undefined,
  };
  const chosen = keepsCart(state, read, focus)
    ? { lines: state.cart, soldOut: [], notEnough: [], open: [] }
    : chooseItems(index, read, focus, wanted);
  const cart = nextCart(index, state, purchase, chosen);
  const quote = purchase.cancels ? null : quoteFor(cart, index.bySku, shop.wholesaleMinQty);
  const facts: TurnFacts = {
    index,
    shop,
    state,
    read,
    intents,
    focus,
    chosen,
    purchase,
    cart,
    quote,
    slots,
    news,
    escalation,
    injected,
  };
  const interested =
    state.interested ||
    (!injected && !escalation && (focus.named || intents.some((intent) => SALES_INTENTS.has(intent))));
  const wantsToBuy = state.wantsToBuy || purchase.buys || purchase.wantsQuote;
  const lead = {
    slots,
    concreteItem: cart.length > 0 || (focus.skus.length > 0 && chosen.lines.length > 0),
    interested,
    wantsToBuy,
  };
  const quality = leadQuality(lead);
  const step = nextStep(facts, quality);
  const optOut = intents.includes('opt_out');
  const support = state.support || (escalation !== null && !interested);
  return {
    action: step.action,
    intent: intents[0] ?? 'other',
    topics: chooseTopics(facts),
    question: step.question,
    escalation,
    quality,
    completeness: completeness(lead),
    createLead: !optOut && !state.optedOut && (interested || !support) && !(injected && !state.interested),
    quote,
    optOut,
    state: nextState(facts, { interested, wantsToBuy, support, optOut, question: step.question }),
    because: `${because}; ${step.because}`,
  };
}

/** The message points at a cart of several lines as it is. */
function keepsCart(state: DialogueState, read: Understanding, focus: Focus): boolean {
  return !focus.named && focus.each !== true && state.cart.length > 1 && read.linked.attributes.length === 0;
}

/** Of several items, those that the customer can pay; they alone when there are any. */
function withinBudget(index: ItemIndex, focus: Focus, budget: number | undefined, interested: boolean): Focus {
  if (budget === undefined || !interested || focus.skus.length < 2 || focus.each === true) return focus;
  const fits = focus.skus.filter((sku) => (index.bySku.get(sku)?.priceRetail ?? Number.POSITIVE_INFINITY) <= budget);
  return fits.length === 0 ? focus : { ...focus, skus: fits, concrete: focus.concrete || fits.length === 1 };
}

function nextCart(index: ItemIndex, state: DialogueState, purchase: Purchase, chosen: Chosen): readonly CartLine[] {
  const { change } = purchase;
  if (change === null) return state.cart;
  if (change.kind === 'remove') return changeCart(state.cart, change, index.bySku);
  if (change.kind === 'quantity') {
    const stock = index.bySku.get(state.cart.at(-1)?.sku ?? '')?.stock ?? null;
    return stock !== null && stock < change.quantity ? state.cart : changeCart(state.cart, change, index.bySku);
  }
  if (
    change.kind === 'replace' &&
    chosen.lines.length === 2 &&
    state.cart.some((line) => line.sku === chosen.lines[0]?.sku)
  ) {
    const [from, to] = chosen.lines;
    return state.cart.map((line) => (line.sku === from?.sku && to ? { sku: to.sku, quantity: line.quantity } : line));
  }
  return chosen.lines.reduce<readonly CartLine[]>((cart, line, at) => {
    const quantity = line.quantity > 1 || change.quantity !== null ? line.quantity : null;
    return changeCart(cart, { kind: at === 0 ? change.kind : 'add', skus: [line.sku], quantity }, index.bySku);
  }, state.cart);
}

interface Learnt {
  readonly interested: boolean;
  readonly wantsToBuy: boolean;
  readonly support: boolean;
  readonly optOut: boolean;
  readonly question: Question;
}

function nextState(facts: TurnFacts, learnt: Learnt): DialogueState {
  const { state, focus, chosen, purchase, intents, read, escalation } = facts;
  const main: Intent = intents[0] ?? 'other';
  const settled = focus.skus;
  const shown = focus.named || state.shown.length === 0 ? focus.skus.slice(0, 4) : state.shown;
  return {
    slots: facts.slots,
    focus: settled.length > 0 && !facts.injected ? settled.slice(0, 8) : state.focus,
    shown: facts.injected ? state.shown : shown,
    recent:
      chosen.lines.length === 1 && !facts.injected
        ? [
            ...state.recent.filter((sku) => sku !== chosen.lines[0]?.sku),
            ...chosen.lines.map((line) => line.sku),
          ].slice(-4)
        : state.recent,
    cart: facts.cart,
    quoted: purchase.cancels ? false : state.quoted || (facts.quote !== null && (purchase.buys || purchase.wantsQuote)),
    asked: askedOf(learnt.question),
    lastIntent: main === 'other' || main === 'greeting' ? state.lastIntent : main,
    wantsToBuy: purchase.cancels ? false : learnt.wantsToBuy,
    wantsQuote: purchase.cancels ? false : state.wantsQuote || purchase.wantsQuote,
    escalated: state.escalated || escalation !== null,
    optedOut: learnt.optOut || (state.optedOut && !learnt.interested),
    greeted: true,
    saidGoodbye: main === 'thanks_closing',
    interested: learnt.interested,
    support: learnt.support,
    language: read.language,
    turns: state.turns + 1,
  };
}

function askedOf(question: Question): DialogueState['asked'] {
  if (question === 'details') return 'budget';
  return question === 'payment' ? 'quote' : question;
}
