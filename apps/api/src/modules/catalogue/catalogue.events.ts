import { z } from 'zod';
import { defineEvent } from '../../platform/outbox/domain-event.js';

/** An item is new, different, or no longer offered. */
export const itemChanged = defineEvent('item.changed', z.object({ itemId: z.uuid() }));
