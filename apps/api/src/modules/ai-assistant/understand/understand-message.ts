import { detectLanguage } from './language/detect-language.js';
import type { Language } from './language/detect-language.js';
import type { Classification } from './intents/classify-message.js';
import { classifyMessage } from './intents/classify-message.js';
import { SALES_INTENTS } from './intents/intent.js';
import type { IntentModel } from './intents/intent-model.js';
import type { ItemIndex } from './link-items/item-index.js';
import type { LinkedMessage } from './link-items/link-items.js';
import { linkItems } from './link-items/link-items.js';
import { maskMessage } from './mask/mask-message.js';
import type { ReadMessage } from './read-message.js';
import { readMessage } from './read-message.js';
import { isOwnedItemClaim } from './signals/owned-item.js';
import type { Sentiment } from './signals/sentiment.js';
import { sentimentOf } from './signals/sentiment.js';
import { citiesIn } from './slots/city.js';
import type { SlotContext, Slots } from './slots/extract-slots.js';
import { extractSlots } from './slots/extract-slots.js';

/** Everything the assistant makes of one message, before it decides anything. */
export interface Understanding {
  readonly message: ReadMessage;
  readonly language: Language;
  readonly classification: Classification;
  readonly linked: LinkedMessage;
  /** What is asked about, best first, within the budget first; none when the message is not about items of the shop. */
  readonly skus: readonly string[];
  readonly slots: Slots;
  readonly sentiment: Sentiment;
  /** A person should take over. */
  readonly escalate: boolean;
}

export interface UnderstandContext extends SlotContext {
  readonly language: Language;
}

/** Reads one message (fragments sent in a row joined by line ends) against a shop's items. Pure. */
export function understandMessage(
  model: IntentModel,
  index: ItemIndex,
  raw: string,
  context: UnderstandContext,
): Understanding {
  const message = readMessage(raw);
  const cities = citiesIn(message, (word) => index.weight.has(word));
  const places = new Set(
    cities.flatMap((city) => Array.from({ length: city.to - city.from }, (_, at) => city.from + at)),
  );
  const linked = linkItems(index, message, places);
  const slots = extractSlots(index, message, linked, context);
  const masked = maskMessage(message, {
    linked,
    cities,
    name: slots.name ?? null,
    phone: slots.phone ?? null,
    email: slots.email ?? null,
    order: slots.order ?? null,
  });
  const classification = classifyMessage(model, message.clean, masked);
  const words = masked.map((word) => word.word).join(' ');
  return {
    message,
    language: detectLanguage(message.clean, message.folded, context.language),
    classification,
    linked,
    skus: withinBudget(index, isAboutItems(classification, linked) ? linked.skus : [], slots.budget),
    slots,
    sentiment: sentimentOf(message.folded),
    escalate: needsPerson(classification, words),
  };
}

/** Below this the main intent is a guess, and above that a hint of a complaint is enough: a person too many costs less than one too few. */
const DOUBTFUL = 0.6;
const PERHAPS_ANGRY = 0.3;

function needsPerson(classification: Classification, words: string): boolean {
  const wanted = classification.intents.map((one) => one.intent);
  if (wanted.includes('complaint') || wanted.includes('human_request')) return true;
  if (classification.confidence < DOUBTFUL && classification.complaint >= PERHAPS_ANGRY) return true;
  return wanted.includes('warranty') && isOwnedItemClaim(words);
}

/** Outside of sales, a lone everyday word ("por teléfono", "un ejecutivo") names no item. */
function isAboutItems(classification: Classification, linked: LinkedMessage): boolean {
  if (classification.intents.some((one) => SALES_INTENTS.has(one.intent))) return true;
  return linked.mentions.some((mention) =>
    mention.terms.some(
      (term) =>
        term.kind === 'brand' || term.kind === 'model' || (term.kind === 'concept' && term.key !== 'concept:phone'),
    ),
  );
}

function withinBudget(index: ItemIndex, skus: readonly string[], budget: number | undefined): readonly string[] {
  if (budget === undefined) return skus;
  const fits = (sku: string): boolean => (index.bySku.get(sku)?.priceRetail ?? Number.POSITIVE_INFINITY) <= budget;
  return [...skus.filter(fits), ...skus.filter((sku) => !fits(sku))];
}
