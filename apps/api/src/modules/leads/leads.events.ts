import { z } from 'zod';
import { defineEvent } from '../../platform/outbox/domain-event.js';

const id = z.uuid();

/** A lead began: anonymous by a click, and once more, no longer anonymous, when somebody wrote or claimed it. */
export const leadCreated = defineEvent(
  'lead.created',
  z.object({ leadId: id, contactId: id.nullable(), conversationId: id.nullable(), anonymous: z.boolean() }),
);

/** `from` and `to` are states, or assignees, as `change` says. */
export const leadChanged = defineEvent(
  'lead.changed',
  z.object({
    leadId: id,
    change: z.enum(['state', 'assigned', 'quality', 'details']),
    from: z.string().nullable().optional(),
    to: z.string().nullable().optional(),
    byUserId: id.nullable(),
  }),
);
