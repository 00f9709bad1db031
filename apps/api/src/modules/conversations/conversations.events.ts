import { z } from 'zod';
import { defineEvent } from '../../platform/outbox/domain-event.js';

const id = z.uuid();

/** A customer's message was stored. `claimCode` is the code of a tracked link found in its text. */
export const messageReceived = defineEvent(
  'message.received',
  z.object({
    messageId: id,
    conversationId: id,
    contactId: id,
    channelId: id,
    channelKind: z.string(),
    type: z.string(),
    opensConversation: z.boolean(),
    reopens: z.boolean(),
    claimCode: z.string().nullable(),
    referral: z
      .object({ source: z.enum(['ad', 'post']), sourceId: z.string(), headline: z.string().nullable() })
      .nullable(),
    at: z.string(),
  }),
);

/** One of ours waits to be sent. `author` is advisor, assistant, campaign, automation or system. */
export const messageQueued = defineEvent(
  'message.queued',
  z.object({
    messageId: id,
    conversationId: id,
    contactId: id,
    author: z.string(),
    authorId: id.nullable(),
    firstReply: z.boolean(),
  }),
);

export const messageStatusChanged = defineEvent(
  'message.status',
  z.object({ messageId: id, conversationId: id, status: z.string() }),
);

export const messageChanged = defineEvent(
  'message.changed',
  z.object({ messageId: id, conversationId: id, change: z.enum(['edited', 'deleted', 'reacted', 'media']) }),
);

export const conversationChanged = defineEvent(
  'conversation.changed',
  z.object({
    conversationId: id,
    change: z.enum([
      'opened',
      'assigned',
      'status',
      'priority',
      'tags',
      'assistant',
      'snoozed',
      'read',
      'attributed',
      'lead',
    ]),
    byUserId: id.nullable(),
    assigneeId: id.nullable(),
    previousAssigneeId: id.nullable(),
    teamId: id.nullable(),
    previousTeamId: id.nullable(),
  }),
);

export const noteAdded = defineEvent(
  'note.added',
  z.object({ messageId: id, conversationId: id, authorId: id, mentionedUserIds: z.array(id) }),
);

/** Staff wrote to the customer in the provider's own app. */
export const echoReceived = defineEvent(
  'message.echoed',
  z.object({ messageId: id, conversationId: id, contactId: id }),
);
