import { z } from 'zod';
import { defineEvent } from '../../platform/outbox/domain-event.js';

const id = z.uuid();

/** An answer waits for an advisor to use it. */
export const assistantSuggested = defineEvent('assistant.suggested', z.object({ turnId: id, conversationId: id }));

/** A person was called. */
export const assistantHandedOff = defineEvent(
  'assistant.handed-off',
  z.object({ turnId: id, conversationId: id, reason: z.string(), priority: z.string() }),
);
