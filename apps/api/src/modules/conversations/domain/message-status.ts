export const MESSAGE_STATUSES = [
  'queued',
  'sending',
  'unknown',
  'sent',
  'failed',
  'delivered',
  'read',
  'played',
] as const;
export type MessageStatus = (typeof MESSAGE_STATUSES)[number];

/** The place in the order in which a status replaces another. `delivered` outranks `failed`: with several devices it may arrive after all. */
export const rankOf = (status: MessageStatus): number => MESSAGE_STATUSES.indexOf(status);

export const statusOf = (rank: number): MessageStatus => MESSAGE_STATUSES[rank] ?? 'queued';

export interface StatusFact {
  status: MessageStatus;
  at: string;
}

/** The furthest of several facts about one message, and the time of each (the earliest told). */
export function furthest(facts: readonly StatusFact[]): {
  rank: number;
  times: Partial<Record<MessageStatus, string>>;
} {
  const times: Partial<Record<MessageStatus, string>> = {};
  let rank = 0;
  for (const { status, at } of facts) {
    rank = Math.max(rank, rankOf(status));
    const known = times[status];
    if (known === undefined || at < known) times[status] = at;
  }
  return { rank, times };
}
