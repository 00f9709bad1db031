import type { Me } from '../../../app/session';
import { undoable, type OutboxEntry } from '../../../app/outbox-entry';
import type { Message } from './message';

const text = (value: unknown): string | null => (typeof value === 'string' ? value : null);

/** A message that waits in this machine's outbox, as the thread shows it meanwhile. `preview`: the words that only the server could fill in. */
export function outboxMessage(entry: OutboxEntry, me: Pick<Me, 'id' | 'name'>, now: number, preview?: string): Message {
  const { body } = entry;
  const type = (text(body['type']) ?? 'text') as Message['type'];
  const at = new Date(entry.queuedAt).toISOString();
  return {
    id: `outbox-${entry.id}`,
    conversationId: entry.conversationId,
    direction: 'out',
    author: { kind: 'advisor', id: me.id, name: me.name },
    type,
    text: text(body['text']) ?? text(body['caption']) ?? text(body['body']) ?? preview ?? null,
    content: {},
    media: null,
    replyTo: null,
    reactions: [],
    status: entry.failure ? 'failed' : 'pending',
    statusTimes: {},
    failure: entry.failure
      ? {
          code: entry.failure.code,
          reason: entry.failure.code,
          title: entry.failure.detail,
          details: null,
          retryable: true,
        }
      : null,
    assistantTurnId: null,
    clientMessageId: entry.id,
    editedAt: null,
    deletedAt: null,
    at,
    receivedAt: at,
    outbox: { id: entry.id, undoable: undoable(entry, now) },
  };
}

/** The thread with what is still on its way, each once: a message that arrived takes the place of its waiting self. */
export function withOutbox(
  messages: readonly Message[],
  entries: readonly OutboxEntry[],
  conversationId: string,
  me: Pick<Me, 'id' | 'name'>,
  now: number,
  previews: Readonly<Record<string, string>> = {},
): Message[] {
  const arrived = new Set(messages.flatMap((message) => message.clientMessageId ?? []));
  const waiting = entries.filter(
    (entry) => entry.conversationId === conversationId && entry.body['type'] !== 'reaction' && !arrived.has(entry.id),
  );
  return [...messages, ...waiting.map((entry) => outboxMessage(entry, me, now, previews[entry.id]))];
}
