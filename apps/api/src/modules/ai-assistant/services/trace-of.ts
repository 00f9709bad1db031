import type { TurnTrace } from '../persistence/turn-rows.js';
import { ENGINE, type Thought } from './think.js';

/** All that explains an answer later: what was understood, decided, known and thrown away. Pure. */
export function traceOf({ turn, latency }: Thought): TurnTrace {
  const { understanding, decision, grounds, rejected, reply } = turn;
  const { classification, linked } = understanding;
  return {
    engine: ENGINE.name,
    engineVersion: ENGINE.version,
    intents: classification.intents.map(({ intent, confidence }) => ({ intent, confidence: rounded(confidence) })),
    items: understanding.skus.map((sku) => ({ sku, because: wordsFor(sku, linked.mentions) })),
    slots: understanding.slots,
    facts: grounds.items.map(({ id, sku, name, version }) => ({ id, sku, name, version: version ?? null })),
    decision: {
      action: decision.action,
      intent: decision.intent,
      confidence: rounded(classification.confidence),
      because: decision.because,
      topics: decision.topics.map((topic) => topic.kind),
      question: decision.question,
      escalation: decision.escalation,
      quality: decision.quality,
      completeness: decision.completeness,
      quote: decision.quote,
      optOut: decision.optOut,
      language: understanding.language,
      sentiment: understanding.sentiment,
    },
    rejected: rejected.map(({ draft, findings }) => ({ draft, findings })),
    reply,
    latency: { gather: rounded(latency.gather), answer: rounded(latency.answer) },
  };
}

type Mentions = Thought['turn']['understanding']['linked']['mentions'];

/** The customer's terms that led to the item; none when it is what was spoken of before. */
function wordsFor(sku: string, mentions: Mentions): string {
  const mention = mentions.find(({ items }) => items.some((item) => item.sku === sku));
  return mention ? mention.terms.map(({ key }) => key).join(' ') : 'spoken of before';
}

const rounded = (value: number): number => Math.round(value * 1000) / 1000;
