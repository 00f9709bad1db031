import { z } from 'zod';
import { defineEvent } from '../../platform/outbox/domain-event.js';

/** Something that others show of a person has changed, or the person is new by hand. */
export const contactChanged = defineEvent('contact.changed', z.object({ contactId: z.uuid() }));

export const consentChanged = defineEvent(
  'consent.changed',
  z.object({
    contactId: z.uuid(),
    channelKind: z.string(),
    category: z.string(),
    state: z.enum(['granted', 'withdrawn']),
  }),
);
