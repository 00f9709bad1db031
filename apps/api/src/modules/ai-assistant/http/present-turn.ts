import { ACTIONS } from '../decide/decision.js';
import { INTENTS } from '../understand/intents/intent.js';
import type { StoredQualification } from '../persistence/qualification-rows.js';
import type { StoredTurn } from '../persistence/turn-list.js';
import type { TurnTrace } from '../persistence/turn-rows.js';
import type { AnalysisView, EntityView, EscalationView, QualificationView, TurnView } from './turn.view.js';

export function presentTurn(turn: StoredTurn): TurnView {
  const { decision, latency } = turn;
  const spent = Object.values(latency);
  return {
    id: turn.id,
    conversationId: turn.conversationId,
    messageIds: turn.messageIds,
    state: turn.state,
    mode: turn.mode,
    reason: turn.reason,
    intent: turn.intent,
    confidence: turn.confidence,
    alternatives: turn.intents.filter(({ intent }) => intent !== turn.intent),
    entities: entitiesOf(turn),
    action: ACTIONS.find((action) => action === decision?.['action']) ?? null,
    rules: (textOf(decision?.['because']) ?? '').split('; ').filter(Boolean),
    tools: Object.entries(latency).map(([name, ms]) => ({
      name,
      rows: name === 'gather' ? turn.facts.length : null,
      ms,
    })),
    sources: turn.facts.map(({ id, sku, name, version }) => ({ kind: 'item', id, title: name, name: sku, version })),
    escalation: escalationOf(decision),
    quality: textOf(decision?.['quality']),
    reply: turn.reply,
    replyMessageId: turn.replyMessageId,
    rejected: turn.rejected,
    model: turn.engine && `${turn.engine} ${turn.engineVersion ?? ''}`.trim(),
    latencyMs: spent.length > 0 ? Math.round(spent.reduce((sum, ms) => sum + ms, 0) * 10) / 10 : null,
    thumb: turn.thumb,
    note: turn.note,
    createdAt: turn.createdAt.toISOString(),
    finishedAt: turn.finishedAt?.toISOString() ?? null,
  };
}

export function presentQualification({
  state,
  quality,
  completeness,
  updatedAt,
  expiresAt,
}: StoredQualification): QualificationView {
  return {
    slots: { ...state.slots } as Record<string, string | number>,
    quality,
    completeness,
    items: [...new Set([...state.cart.map(({ sku }) => sku), ...state.focus])],
    wantsToBuy: state.wantsToBuy,
    escalated: state.escalated,
    updatedAt: updatedAt.toISOString(),
    expiresAt: expiresAt.toISOString(),
  };
}

export function presentAnalysis(trace: TurnTrace): AnalysisView {
  const decision = trace.decision as Record<string, unknown>;
  return {
    intent: INTENTS.find((intent) => intent === decision['intent']) ?? 'other',
    confidence: Number(decision['confidence']),
    intents: [...trace.intents],
    entities: entitiesOf({ items: [...trace.items], slots: { ...trace.slots } }),
    language: textOf(decision['language']) ?? 'es',
    sentiment: textOf(decision['sentiment']) ?? 'neutral',
    action: ACTIONS.find((action) => action === decision['action']) ?? 'answer',
    escalation: escalationOf(decision),
    quality: textOf(decision['quality']) ?? 'cold',
    reply: trace.reply,
    latencyMs: Object.values(trace.latency).reduce((sum, ms) => sum + ms, 0),
  };
}

const entitiesOf = ({
  items,
  slots,
}: {
  items: readonly { sku: string; because: string }[];
  slots: object;
}): EntityView[] => [
  ...items.slice(0, 5).map(({ sku, because }) => ({ kind: 'item' as const, name: because, value: sku })),
  ...Object.entries(slots as Record<string, string | number>).map(([name, value]) => ({
    kind: 'slot' as const,
    name,
    value,
  })),
];

const escalationOf = (decision: Record<string, unknown> | null): EscalationView | null =>
  (decision?.['escalation'] as EscalationView | null | undefined) ?? null;

const textOf = (value: unknown): string | null => (typeof value === 'string' ? value : null);
