import type { Schemas } from '@hilo/api-client';

/** A message that the server accepted, as `POST /conversations/:id/messages` answers it. */
export function aSentMessage(over: Partial<Schemas['MessageView']> = {}): Schemas['MessageView'] {
  return {
    id: 'm1',
    conversationId: 'c1',
    direction: 'out',
    author: { kind: 'advisor', id: 'u1', name: 'Paula Ríos' },
    type: 'text',
    text: 'Hola',
    content: {},
    media: null,
    replyTo: null,
    reactions: [],
    status: 'sent',
    statusTimes: {},
    failure: null,
    assistantTurnId: null,
    clientMessageId: null,
    editedAt: null,
    deletedAt: null,
    at: '2026-11-20T10:00:00.000Z',
    receivedAt: '2026-11-20T10:00:00.000Z',
    ...over,
  };
}
