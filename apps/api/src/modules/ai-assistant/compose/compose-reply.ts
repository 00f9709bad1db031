import type { Decision, Question, Topic } from '../decide/decision.js';
import type { DialogueState } from '../decide/dialogue-state.js';
import type { CatalogueItem } from '../ground/catalogue-item.js';
import type { ShopFacts, Voice } from '../ground/shop-facts.js';
import { itemLine, quoteLines, stockLine, totalLine, wholesaleLine } from './item-lines.js';
import { listing, phrase } from './phrases.js';
import { paymentsOf, storeLines } from './store-lines.js';

export interface ComposeFacts {
  readonly voice: Voice;
  readonly shop: ShopFacts;
  readonly items: ReadonlyMap<string, CatalogueItem>;
  /** Categories of the shop that have something in stock. */
  readonly categories: readonly string[];
  /** The state before this turn. */
  readonly before: DialogueState;
}

/** The reply's words: a line a statement, in the business's voice. Says that it is an automatic assistant on first contact. */
export function composeReply(facts: ComposeFacts, decision: Decision): string {
  const lines = decision.topics.flatMap((topic) => topicLines(facts, decision, topic));
  const question = questionLine(facts, decision, decision.question);
  const introduces = decision.topics.some((topic) => topic.kind === 'greeting');
  const first =
    !facts.before.greeted && !introduces ? [phrase(facts.voice, 'introduce', { shop: facts.shop.name })] : [];
  return [...first, ...lines, ...question].filter((line) => line.trim() !== '').join('\n');
}

/** What is said when nothing else may be: a person answers. */
export function safeReply(voice: Voice): string {
  return phrase(voice, 'safe');
}

function topicLines(facts: ComposeFacts, decision: Decision, topic: Topic): string[] {
  const { voice, shop, items, before } = facts;
  const name = nameOf(decision);
  switch (topic.kind) {
    case 'greeting':
      return [phrase(voice, before.greeted ? 'greeting_again' : 'greeting', { name, shop: shop.name })];
    case 'thanks':
      return [phrase(voice, before.saidGoodbye ? 'thanks_again' : 'thanks')];
    case 'deflect':
      return [phrase(voice, before.escalated ? 'hand_again' : 'deflect', { shop: shop.name })];
    case 'hand_over':
      return [phrase(voice, topic.again ? 'hand_again' : HAND_OVER[topic.reason])];
    case 'items':
      return listLines(facts, topic);
    case 'sold_out':
      return soldOut(facts, topic.sku, topic.alternatives);
    case 'not_enough':
      return rows(items, [topic.sku]).map((item) =>
        phrase(voice, 'not_enough', { item: item.name, asked: topic.asked, count: item.stock ?? 0 }),
      );
    case 'not_sold':
      return [phrase(voice, 'not_sold'), ...alternatives(facts, topic.alternatives)];
    case 'categories':
      return [phrase(voice, 'categories', { categories: listing(voice, facts.categories.slice(0, 8)) })];
    case 'line_total':
      return rows(items, [topic.sku]).map((item) => totalLine(voice, shop, item, topic.quantity));
    case 'quote':
      return quoteLines(voice, shop, topic.quote);
    case 'discount':
      return [
        phrase(voice, 'discount'),
        ...(topic.skus.length === 1
          ? []
          : shop.wholesaleMinQty === null
            ? []
            : [phrase(voice, 'wholesale_info', { min: shop.wholesaleMinQty })]),
      ];
    case 'store':
      return storeLines(voice, shop, topic.facts, topic.city);
    case 'warranty':
      return [
        shop.warranty === ''
          ? phrase(voice, 'warranty_unknown')
          : phrase(voice, 'warranty', { warranty: shop.warranty }),
      ];
    case 'features':
      return featureLines(facts, topic.skus);
    case 'noted':
      return [phrase(voice, before.escalated ? 'noted_case' : 'noted', { name })];
    case 'faq':
      return (shop.faq ?? []).filter((entry) => entry.id === topic.id).map((entry) => entry.answer);
    default:
      return [phrase(voice, topic.kind, { name })];
  }
}

const HAND_OVER = {
  complaint: 'hand_complaint',
  human_request: 'hand_human',
  warranty_claim: 'hand_warranty',
  urgent: 'hand_urgent',
  bulk_order: 'hand_human',
  order_status: 'hand_order',
} as const;

function listLines({ voice, shop, items }: ComposeFacts, topic: Extract<Topic, { kind: 'items' }>): string[] {
  const listed = rows(items, topic.skus);
  const one = listed[0];
  if (one === undefined) return [];
  const alone = listed.length === 1;
  const heading =
    topic.show === 'price'
      ? alone
        ? 'items_price'
        : 'items_prices'
      : topic.show === 'stock'
        ? 'items_stock'
        : alone
          ? 'items_one'
          : 'items_many';
  const more = alone
    ? [
        ...(topic.show === 'stock' ? stockLine(voice, one) : []),
        ...(topic.show === 'list' ? [] : wholesaleLine(voice, shop, one)),
      ]
    : [];
  return [phrase(voice, heading), ...listed.map((item) => itemLine(voice, shop, item)), ...more];
}

function soldOut(facts: ComposeFacts, sku: string, others: readonly string[]): string[] {
  return [
    ...rows(facts.items, [sku]).map((item) => phrase(facts.voice, 'sold_out', { item: item.name })),
    ...alternatives(facts, others),
  ];
}

function alternatives({ voice, shop, items }: ComposeFacts, skus: readonly string[]): string[] {
  const others = rows(items, skus);
  return others.length === 0
    ? []
    : [phrase(voice, 'alternatives'), ...others.map((item) => itemLine(voice, shop, item))];
}

function featureLines({ voice, items }: ComposeFacts, skus: readonly string[]): string[] {
  const known = rows(items, skus)
    .slice(0, 1)
    .flatMap((item) => Object.values(item.attributes).filter((value) => typeof value === 'string' && value !== ''));
  return [
    known.length === 0 ? phrase(voice, 'features_unknown') : phrase(voice, 'features', { features: known.join(', ') }),
  ];
}

function questionLine({ voice, shop, before }: ComposeFacts, decision: Decision, question: Question): string[] {
  if (
    question === null ||
    (before.escalated && decision.escalation === null && question !== 'variant' && question !== 'name')
  )
    return [];
  if (question === 'payment')
    return shop.payments.length === 0 ? [] : [phrase(voice, 'q_payment', { payments: paymentsOf(voice, shop) })];
  return [phrase(voice, `q_${question}`)];
}

function nameOf(decision: Decision): string {
  const first = decision.state.slots.name?.split(' ')[0];
  return first === undefined ? '' : `, ${first}`;
}

function rows(items: ReadonlyMap<string, CatalogueItem>, skus: readonly string[]): CatalogueItem[] {
  return skus.flatMap((sku) => items.get(sku) ?? []);
}
