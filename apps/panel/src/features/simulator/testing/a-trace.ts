import type { Schemas } from '@hilo/api-client';

const AT = '2026-11-21T12:00:00.000Z';

/** The conversation of the customer of `aCustomer`, on the sandbox; Paula has it and it came from a link. */
export function aConversation(over: Partial<Schemas['ConversationView']> = {}): Schemas['ConversationView'] {
  return {
    id: 'k1',
    contact: aContact(),
    channel: { id: 'ch1', kind: 'whatsapp_cloud', name: 'Ventas', address: null, sandbox: true },
    status: 'open',
    priority: 'normal',
    assignee: { id: 'u1', name: 'Paula Ríos', initials: 'PR' },
    team: null,
    tags: [],
    assistantMode: 'auto',
    assistantState: { owner: 'person', pausedUntil: null },
    unreadCount: 0,
    lastMessage: null,
    waitingSince: null,
    followUpAt: null,
    closeReason: null,
    source: { network: 'instagram', linkId: 'b1', itemId: null },
    lead: { id: 'l1', state: 'qualified', quality: 'hot' },
    replyPolicy: { kind: 'free', closesAt: null, allowed: ['text'], reason: null },
    version: 1,
    createdAt: AT,
    lastActivityAt: AT,
    ...over,
  };
}

export const aContact = (
  over: Partial<Schemas['ConversationContactView']> = {},
): Schemas['ConversationContactView'] => ({
  id: 'p1',
  name: 'María Quishpe',
  phone: '+593991112201',
  type: 'retail',
  tags: [],
  language: 'es',
  blocked: false,
  ...over,
});

export const anOrigin = (over: Partial<Schemas['OriginView']> = {}): Schemas['OriginView'] => ({
  network: 'instagram',
  link: { id: 'b1', name: 'Bio' },
  item: null,
  utm: null,
  adId: null,
  ...over,
});

export const aTurn = (over: Partial<Schemas['TurnView']> = {}): Schemas['TurnView'] => ({
  id: 't1',
  conversationId: 'k1',
  messageIds: [],
  state: 'answered',
  mode: 'auto',
  reason: null,
  intent: null,
  confidence: null,
  alternatives: [],
  entities: [],
  action: null,
  rules: [],
  tools: [],
  sources: [],
  escalation: null,
  quality: null,
  reply: null,
  replyMessageId: null,
  rejected: [],
  model: null,
  latencyMs: null,
  thumb: null,
  note: null,
  createdAt: AT,
  finishedAt: AT,
  ...over,
});
