import type { TickStatus } from '@hilo/ui';
import type { Message } from './message';

/** How far a message got. What is not listed has not left. */
const RANK: Readonly<Record<string, number>> = {
  pending: 0,
  queued: 1,
  sending: 2,
  unknown: 3,
  sent: 4,
  failed: 5,
  delivered: 6,
  read: 7,
  played: 8,
};

const rank = (status: string | null): number => (status === null ? -1 : (RANK[status] ?? 0));

export interface StatusChange {
  status: string | null;
  statusTimes: Record<string, string>;
  failure: Message['failure'];
}

/**
 * The status after news of it. It never goes backwards, whatever order the news come in; only a failed message that is
 * tried again starts over. Times are gathered, so that none is lost.
 */
export function withStatus<M extends StatusChange>(message: M, news: StatusChange): M {
  const statusTimes = { ...message.statusTimes, ...news.statusTimes };
  const again = message.status === 'failed' && (news.status === 'queued' || news.status === 'sending');
  if (!again && rank(news.status) < rank(message.status)) return { ...message, statusTimes };
  return { ...message, status: news.status, statusTimes, failure: news.failure };
}

const TICKS: Readonly<Record<string, TickStatus>> = {
  pending: 'pending',
  queued: 'queued',
  sending: 'queued',
  unknown: 'unknown',
  sent: 'sent',
  delivered: 'delivered',
  read: 'read',
  played: 'read',
  failed: 'failed',
};

/** The mark of an outgoing message; null for what was received and for notes. */
export function tickOf({ status, direction }: Pick<Message, 'status' | 'direction'>): TickStatus | null {
  return direction === 'out' && status !== null ? (TICKS[status] ?? 'queued') : null;
}
