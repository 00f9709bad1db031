import { z } from 'zod';
import { defineEvent } from '../../platform/outbox/domain-event.js';

const id = z.uuid();

/** A person opened a tracked link. Crawlers, previews and prefetches are counted but never told. */
export const linkClicked = defineEvent(
  'link.clicked',
  z.object({
    clickId: id,
    linkId: id,
    itemId: id.nullable(),
    network: z.string(),
    channelId: id,
    human: z.boolean(),
    at: z.string(),
  }),
);

/**
 * What brought an enquiry; exactly one for each first message, and again with the same `messageId` when a click that
 * came late explains what had been direct. `clickId` only when the message claims the click. `at` is the message's time.
 */
export const enquiryAttributed = defineEvent(
  'enquiry.attributed',
  z.object({
    conversationId: id,
    contactId: id,
    messageId: id,
    source: z.enum(['link', 'ad', 'campaign', 'direct']),
    network: z.string().nullable(),
    linkId: id.nullable(),
    clickId: id.nullable(),
    itemId: id.nullable(),
    adId: z.string().nullable(),
    at: z.string(),
  }),
);
