import type { Answer, ApiClient } from './api-client.js';
import { until } from './until.js';

export interface Conversation {
  id: string;
  contact: { id: string; name: string; phone: string | null };
  assignee: { id: string; name: string } | null;
  status: string;
  unreadCount: number;
  lastMessage: { id: string; preview: string; direction: string } | null;
  replyPolicy: { kind: string; allowed: string[]; reason: string | null };
  version: number;
}

export interface Message {
  id: string;
  direction: 'in' | 'out';
  author: { kind: string; id: string | null };
  type: string;
  text: string | null;
  content: Record<string, unknown>;
  media: { state: string } | null;
  reactions: { by: string; emoji: string }[];
  replyTo: { id: string } | null;
  status: string | null;
  statusTimes: Record<string, string>;
  failure: { code: string; reason: string; retryable: boolean } | null;
  editedAt: string | null;
  deletedAt: string | null;
  at: string;
}

interface Page<T> {
  data: T[];
  nextCursor: string | null;
}

/** Every page of a list. */
export async function all<T>(client: ApiClient, path: string, cursorName = 'cursor'): Promise<T[]> {
  const found: T[] = [];
  let cursor: string | null = null;
  do {
    const answer: Answer<Page<T>> = await client.get<Page<T>>(
      `${path}${path.includes('?') ? '&' : '?'}limit=100${cursor ? `&${cursorName}=${cursor}` : ''}`,
    );
    if (answer.status !== 200) throw new Error(`GET ${path}: ${answer.status} ${answer.text}`);
    found.push(...answer.body.data);
    cursor = answer.body.nextCursor;
  } while (cursor);
  return found;
}

export const conversations = (client: ApiClient, filter = ''): Promise<Conversation[]> =>
  all<Conversation>(client, `/conversations${filter}`);

export const messagesOf = (client: ApiClient, conversationId: string): Promise<Message[]> =>
  all<Message>(client, `/conversations/${conversationId}/messages`, 'before');

/** The conversation with this phone, as soon as it is shown. */
export const conversationWith = (client: ApiClient, phone: string): Promise<Conversation> =>
  until(`a conversation with ${phone}`, async () =>
    (await conversations(client)).find((one) => one.contact.phone?.replaceAll(/\D/g, '') === phone),
  );

export const messageThat = (
  client: ApiClient,
  conversationId: string,
  what: string,
  fits: (message: Message) => boolean,
): Promise<Message> =>
  until(`a message that ${what}`, async () => (await messagesOf(client, conversationId)).find(fits));
