import type { Conversation, LastMessage } from '../model/conversation';
import type { ConversationFilter } from '../model/conversation-filter';
import type { Message, MessageFailure } from '../model/message';

export const AT = '2026-11-20T14:00:00.000Z';
export const later = (minutes: number): string => new Date(Date.parse(AT) + minutes * 60_000).toISOString();

export function lastMessage(over: Partial<LastMessage> = {}): LastMessage {
  return {
    id: 'm1',
    direction: 'in',
    author: 'customer',
    authorName: null,
    type: 'text',
    preview: 'Hola',
    at: AT,
    ...over,
  };
}

/** A conversation of u1 ("Paula Ríos" of the test panel) unless said otherwise. */
export function conversation(over: Partial<Conversation> = {}): Conversation {
  const id = over.id ?? 'c1';
  return {
    id,
    contact: {
      id: `contact-${id}`,
      name: 'María González',
      phone: '+593968196046',
      type: 'retail',
      tags: [],
      language: 'es',
      blocked: false,
    },
    channel: { id: 'ch1', kind: 'whatsapp_cloud', name: 'Ventas', address: null, sandbox: false },
    status: 'open',
    priority: 'normal',
    assignee: { id: 'u1', name: 'Paula Ríos', initials: 'PR' },
    team: null,
    tags: [],
    assistantMode: 'off',
    assistantState: { owner: 'person', pausedUntil: null },
    unreadCount: 0,
    lastMessage: lastMessage(),
    waitingSince: null,
    followUpAt: null,
    closeReason: null,
    source: null,
    lead: null,
    replyPolicy: {
      kind: 'free',
      closesAt: new Date(Date.now() + 23.5 * 3_600_000).toISOString(),
      allowed: ['text', 'image', 'document', 'template', 'reaction'],
      reason: null,
    },
    version: 1,
    createdAt: AT,
    lastActivityAt: AT,
    ...over,
  };
}

export function message(over: Partial<Message> = {}): Message {
  const at = over.at ?? AT;
  return {
    id: 'm1',
    conversationId: 'c1',
    direction: 'in',
    author: { kind: 'customer', id: null, name: null },
    type: 'text',
    text: 'Hola',
    content: {},
    media: null,
    replyTo: null,
    reactions: [],
    status: null,
    statusTimes: {},
    failure: null,
    assistantTurnId: null,
    clientMessageId: null,
    editedAt: null,
    deletedAt: null,
    at,
    receivedAt: at,
    ...over,
  };
}

/** Why one of ours did not go. */
export const failure = (over: Partial<MessageFailure> = {}): MessageFailure => ({
  code: '1',
  reason: 'other',
  title: 'It was refused',
  details: null,
  retryable: true,
  ...over,
});

export const outgoing = (over: Partial<Message> = {}): Message =>
  message({ direction: 'out', author: { kind: 'advisor', id: 'u1', name: 'Paula Ríos' }, status: 'sent', ...over });

export const ALL: ConversationFilter = { view: 'all', sort: '-lastMessageAt' };

export const listOf = (rows: Conversation[], nextCursor: string | null = null) => ({
  pages: [{ data: rows, nextCursor }],
  pageParams: [null],
});
