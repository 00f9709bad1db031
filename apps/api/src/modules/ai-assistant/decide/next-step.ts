import { SALES_INTENTS } from '../understand/intents/intent.js';
import type { Action, Question } from './decision.js';
import type { LeadQuality } from './lead-quality.js';
import { hasContact } from './lead-quality.js';
import type { TurnFacts } from './turn-facts.js';

export interface NextStep {
  readonly action: Action;
  readonly question: Question;
  readonly because: string;
}

/** The action and the question that moves the enquiry on. */
export function nextStep(facts: TurnFacts, quality: LeadQuality): NextStep {
  const { intents, state, escalation, slots, purchase, quote, focus, chosen, news } = facts;
  if (intents.includes('opt_out')) return { action: 'answer', question: null, because: 'opt-out is confirmed once' };
  if (escalation) return { action: 'transfer_to_support', question: null, because: `escalation: ${escalation.reason}` };
  if (facts.injected)
    return { action: 'ask_about_interest', question: 'interest', because: 'instructions in a message change nothing' };
  const buying = purchase.buys || purchase.wantsQuote;
  const knows = hasContact(slots);
  if (buying && chosen.open.length > 0)
    return { action: 'gather_more_details', question: 'variant', because: 'buys, but several items fit' };
  if (buying && !knows && quote)
    return { action: 'request_contact_info', question: 'name', because: 'buys, but we do not know who' };
  if (quality === 'hot' && (news.length > 0 || buying))
    return acceptsQuote(facts)
      ? { action: 'confirm_sale', question: 'payment', because: 'accepts the quote' }
      : {
          action: 'create_lead',
          question: quote ? 'payment' : 'quote',
          because: 'contact, item and budget or wish to buy are known',
        };
  if (buying && !knows)
    return {
      action: 'request_contact_info',
      question: chosen.soldOut.length > 0 ? null : 'name',
      because: 'wants to buy, contact missing',
    };
  const selling = intents.some((intent) => SALES_INTENTS.has(intent));
  if (selling && focus.skus.length === 0)
    return { action: 'ask_clarifying_question', question: 'interest', because: 'nothing of the catalogue was named' };
  if (selling && chosen.open.length > 1)
    return {
      action: 'gather_more_details',
      question: intents[0] === 'product_query' && slots.budget === undefined ? 'details' : 'variant',
      because: 'several items fit',
    };
  if (selling && chosen.lines.length > 0)
    return { action: 'answer', question: quote ? 'payment' : 'quote', because: 'answers and offers a quote' };
  if (selling) return { action: 'answer', question: null, because: 'answers' };
  if (
    news.some((slot) => slot !== 'urgency' && slot !== 'order') &&
    (intents[0] === 'other' || intents[0] === 'greeting')
  )
    return afterData(facts);
  if (intents[0] === 'greeting')
    return { action: 'ask_about_interest', question: 'interest', because: 'only a greeting' };
  if (intents[0] === 'other')
    return { action: 'ask_clarifying_question', question: 'interest', because: 'off topic or noise' };
  return { action: 'answer', question: null, because: state.cart.length > 0 ? 'answers during a purchase' : 'answers' };
}

function afterData({ slots, focus, state, chosen }: TurnFacts): NextStep {
  if (state.escalated) return { action: 'answer', question: null, because: 'added to the case that a person has' };
  if (focus.skus.length === 0)
    return { action: 'ask_about_interest', question: 'interest', because: 'we know who, not what' };
  if (!hasContact(slots)) return { action: 'request_contact_info', question: 'name', because: 'contact missing' };
  if (chosen.open.length > 1)
    return {
      action: 'gather_more_details',
      question: slots.budget === undefined ? 'budget' : 'variant',
      because: 'several items fit',
    };
  return {
    action: 'gather_more_details',
    question: slots.budget === undefined ? 'budget' : 'quote',
    because: 'budget missing',
  };
}

/** "Sí" to a quote that has been shown, with a known customer and nothing changed. */
function acceptsQuote({ state, purchase, read, cart }: TurnFacts): boolean {
  const same =
    cart.length === state.cart.length &&
    cart.every((line) => state.cart.some((one) => one.sku === line.sku && one.quantity === line.quantity));
  return (
    state.quoted &&
    same &&
    purchase.buys &&
    read.skus.length === 0 &&
    state.slots.name !== undefined &&
    Object.keys(read.slots).length === 0
  );
}
