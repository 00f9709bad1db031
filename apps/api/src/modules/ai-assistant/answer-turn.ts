import { composeReply, safeReply } from './compose/compose-reply.js';
import type { Decision } from './decide/decision.js';
import { decideTurn } from './decide/decide-turn.js';
import type { DialogueState } from './decide/dialogue-state.js';
import { type EnquirySubject, narrowToSubject, startFromSubject } from './decide/enquiry-subject.js';
import type { CatalogueItem } from './ground/catalogue-item.js';
import { isAvailable } from './ground/catalogue-item.js';
import type { Grounds } from './ground/grounds.js';
import { groundsOf } from './ground/grounds.js';
import type { ShopFacts } from './ground/shop-facts.js';
import { voiceFor } from './ground/shop-facts.js';
import type { GuardFinding } from './guard/guard-finding.js';
import { guardReply } from './guard/guard-reply.js';
import type { IntentModel } from './understand/intents/intent-model.js';
import type { ItemIndex } from './understand/link-items/item-index.js';
import type { Understanding } from './understand/understand-message.js';
import { understandMessage } from './understand/understand-message.js';
import { fold } from './understand/text/clean-text.js';

export interface TurnInput {
  readonly model: IntentModel;
  readonly index: ItemIndex;
  readonly shop: ShopFacts;
  readonly state: DialogueState;
  /** The burst's fragments joined by line ends. */
  readonly text: string;
  /** What the customer wrote before, newest last; figures in it may be said back. */
  readonly earlierTexts?: readonly string[];
  readonly owner: 'assistant' | 'person' | 'nobody';
  /** What the enquiry is about as long as the customer names nothing. */
  readonly subject?: EnquirySubject;
}

export interface Turn {
  readonly understanding: Understanding;
  readonly decision: Decision;
  readonly grounds: Grounds;
  /** What to send; empty when the assistant stays silent. */
  readonly reply: string;
  /** What the guard found in each draft that was thrown away. */
  readonly rejected: readonly { readonly draft: string; readonly findings: readonly GuardFinding[] }[];
}

/** Answers one message with the embedded engine: understand, decide, ground, compose, guard. Pure. */
export function answerTurn(input: TurnInput): Turn {
  const { model, index, shop, subject, text } = input;
  const state = startFromSubject(index, input.state, subject);
  const usual = state.language ?? (shop.country === 'BR' ? 'pt' : 'es');
  const understood = understandMessage(model, index, text, {
    focus: state.focus,
    asked: state.asked,
    language: usual,
  });
  const understanding = narrowToSubject(index, understood, subject);
  const decided = decideTurn(index, shop, state, understanding);
  const grounded = (decision: Decision): Grounds =>
    groundsOf(index.bySku, soldOutOf(index), shop, decision, [...(input.earlierTexts ?? []), text]);
  if (input.owner !== 'person' && isThirdTime(text, input.earlierTexts ?? [])) {
    const decision = stuck(decided);
    return { understanding, decision, grounds: grounded(decision), reply: '', rejected: [] };
  }
  const silent = input.owner === 'person' || (state.optedOut && decided.optOut);
  const decision: Decision = silent
    ? {
        ...decided,
        action: 'stay_silent',
        because: input.owner === 'person' ? 'a person has the conversation' : 'opted out already',
      }
    : decided;
  const grounds = grounded(decision);
  if (silent) return { understanding, decision, grounds, reply: '', rejected: [] };
  return guarded(input, understanding, decision, grounds);
}

/** The same for the third time in a row, but for its figures: another machine answers us, or we do not help. */
function isThirdTime(text: string, earlier: readonly string[]): boolean {
  const said = [...earlier.slice(-2), text].map((one) => fold(one).replace(/\d+/g, '#'));
  return said.length === 3 && said.every((one) => one === said[0]);
}

/** Nothing is said, and a person looks at it. */
function stuck(decided: Decision): Decision {
  return {
    ...decided,
    action: 'transfer_to_support',
    topics: [],
    question: null,
    escalation: decided.optOut ? null : (decided.escalation ?? { reason: 'human_request', priority: 'normal' }),
    because: `${decided.because}; the same for the third time`,
  };
}

/** Composes, guards, and falls back: without the figures, then to a person. */
function guarded(input: TurnInput, understanding: Understanding, decision: Decision, grounds: Grounds): Turn {
  const voice = voiceFor(input.shop, understanding.language);
  const facts = {
    voice,
    shop: input.shop,
    items: input.index.bySku,
    categories: categoriesOf(input.index),
    before: input.state,
  };
  const rejected: { draft: string; findings: GuardFinding[] }[] = [];
  const plainer: Decision = {
    ...decision,
    topics: decision.topics.filter(
      (topic) =>
        topic.kind === 'quote' || topic.kind === 'sold_out' || topic.kind === 'hand_over' || topic.kind === 'opt_out',
    ),
  };
  for (const candidate of [decision, plainer]) {
    const draft = composeReply(facts, candidate);
    const findings = guardReply(draft, grounds);
    if (findings.length === 0 && draft !== '') return { understanding, decision, grounds, reply: draft, rejected };
    rejected.push({ draft, findings });
  }
  const handed: Decision = {
    ...decision,
    action: 'transfer_to_support',
    escalation: decision.escalation ?? { reason: 'human_request', priority: 'normal' },
    because: `${decision.because}; guard refused two drafts`,
  };
  return { understanding, decision: handed, grounds, reply: safeReply(voice), rejected };
}

function categoriesOf(index: ItemIndex): string[] {
  return [
    ...new Set(index.items.filter((entry) => isAvailable(entry.item)).flatMap((entry) => entry.item.category ?? [])),
  ];
}

function soldOutOf(index: ItemIndex): CatalogueItem[] {
  return index.items.map((entry) => entry.item).filter((item) => !isAvailable(item));
}
