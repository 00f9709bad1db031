import type { AuthorKind } from './conversation';

export type MessageStatus =
  'pending' | 'queued' | 'sending' | 'unknown' | 'sent' | 'delivered' | 'read' | 'played' | 'failed';

export interface MessageMedia {
  id: string;
  state: 'pending' | 'ready' | 'failed';
  url: string | null;
  thumbnailUrl: string | null;
  contentType: string | null;
  size: number | null;
  fileName: string | null;
  width: number | null;
  height: number | null;
  durationS: number | null;
  reason?: string | null;
}

export interface MessageFailure {
  /** The provider's code. */
  code: string;
  /** Ours, stable, the key of its words. */
  reason: string;
  title?: string;
  details?: string | null;
  retryable: boolean;
}

/** One message of a thread, as `GET /conversations/:id/messages` gives it. */
export interface Message {
  id: string;
  conversationId: string;
  direction: 'in' | 'out';
  author: { kind: AuthorKind; id: string | null; name: string | null };
  type: string;
  text: string | null;
  content: Record<string, unknown>;
  media: MessageMedia | null;
  replyTo: { id: string; author: string; type?: string; preview: string } | null;
  reactions: { by: string; emoji: string }[];
  status: string | null;
  statusTimes: Record<string, string>;
  failure: MessageFailure | null;
  assistantTurnId: string | null;
  clientMessageId: string | null;
  editedAt: string | null;
  deletedAt: string | null;
  at: string;
  receivedAt: string;
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
