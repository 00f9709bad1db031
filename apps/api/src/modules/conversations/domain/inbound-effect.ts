export type ConversationStatus = 'open' | 'follow_up' | 'closed';
export type Owner = 'assistant' | 'person' | 'nobody';
export type AssistantMode = 'auto' | 'suggest' | 'off';

/** What the thread knows of a conversation before a batch of messages. */
export interface ConversationBefore {
  id: string;
  contactId: string;
  channelId: string;
  status: ConversationStatus;
  owner: Owner;
  assistantMode: AssistantMode;
  assigneeId: string | null;
  teamId: string | null;
  inboundCount: number;
  lastMessageAt: Date | null;
  lastInboundAt: Date | null;
  waitingSince: Date | null;
}

export interface InboundFact {
  id: string;
  sentAt: Date;
  receivedAt: Date;
  type: string;
  preview: string;
  /** Lines of the system and reactions are no message that waits for an answer. */
  waits: boolean;
}

export interface ConversationAfter {
  id: string;
  status: ConversationStatus;
  owner: Owner;
  reopened: boolean;
  inboundAdded: number;
  lastMessage: InboundFact | null;
  /** Null while the customer has written nothing. */
  lastInboundAt: Date | null;
  waitingSince: Date | null;
}

/** What appears in the thread without the customer having written: it must not open the window in which anything may be sent to them. */
const UNWRITTEN = new Set(['system', 'reaction']);

/**
 * What new messages of a customer do to their conversation: a closed or snoozed one opens again, the latest by provider time is shown,
 * and the wait counts from the first unanswered one by the time we received it.
 */
export function afterInbound(before: ConversationBefore, facts: readonly InboundFact[]): ConversationAfter {
  const waiting = facts.filter(({ waits }) => waits);
  const inOrder = [...facts].sort((a, b) => a.sentAt.getTime() - b.sentAt.getTime() || (a.id < b.id ? -1 : 1));
  const last = inOrder.at(-1) ?? null;
  const newest =
    last && (before.lastMessageAt === null || last.sentAt.getTime() >= before.lastMessageAt.getTime()) ? last : null;
  const reopened = before.status === 'closed' && waiting.length > 0;
  const firstReceived = waiting.reduce<Date | null>(
    (first, { receivedAt }) => (first === null || receivedAt < first ? receivedAt : first),
    null,
  );
  const lastWritten = inOrder.findLast(({ type }) => !UNWRITTEN.has(type))?.sentAt ?? null;
  return {
    id: before.id,
    status: waiting.length > 0 ? 'open' : before.status,
    owner: reopened ? ownerAtStart(before.assistantMode) : before.owner,
    reopened,
    inboundAdded: waiting.length,
    lastMessage: newest,
    lastInboundAt: later(before.lastInboundAt, lastWritten),
    waitingSince: before.waitingSince ?? firstReceived,
  };
}

const later = (a: Date | null, b: Date | null): Date | null => (a === null || (b !== null && b > a) ? b : a);

/** Who answers first in a fresh or reopened conversation. */
export const ownerAtStart = (mode: AssistantMode): Owner => (mode === 'auto' ? 'assistant' : 'nobody');
