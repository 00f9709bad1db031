import { z } from 'zod';
import { defineEvent } from '../../platform/outbox/domain-event.js';

export const notificationCreated = defineEvent(
  'notification.created',
  z.object({ notificationId: z.uuid(), userId: z.uuid() }),
);
