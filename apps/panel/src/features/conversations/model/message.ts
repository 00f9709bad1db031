import type { Schemas } from '@hilo/api-client';

type Schema = Schemas['MessageView'];

/** `pending`: still in this machine's outbox. */
export type MessageStatus = NonNullable<Schema['status']> | 'pending';
export type MessageMedia = Schemas['MessageMediaView'];
export type MessageFailure = Schemas['MessageFailureView'];

/** One message of a thread, as `GET /conversations/:id/messages` gives it. */
export interface Message extends Omit<Schema, 'status'> {
  status: MessageStatus | null;
  /** Only of one that is still in this machine's outbox. */
  outbox?: { id: string; undoable: boolean };
}

/** Who speaks, as the thread tells them apart: by side, mark, label and tint. */
export type Actor = 'customer' | 'advisor' | 'assistant' | 'automation' | 'note' | 'system';

export function actorOf(message: Pick<Message, 'type' | 'author' | 'direction'>): Actor {
  if (message.type === 'note') return 'note';
  if (message.type === 'system') return 'system';
  const { kind } = message.author;
  if (kind === 'campaign' || kind === 'automation') return 'automation';
  if (kind === 'system') return message.direction === 'out' ? 'automation' : 'system';
  return kind;
}
