import { z } from 'zod';
import { defineEvent } from '../../platform/outbox/domain-event.js';
import type { ChannelNoticeEvent } from './domain/channel-event.js';

/** A channel got better or worse. */
export const channelHealthChanged = defineEvent(
  'channel.health-changed',
  z.object({ channelId: z.uuid(), health: z.enum(['healthy', 'degraded', 'down']), reason: z.string().nullable() }),
);

/** The provider told something about the account, the number or a template. Facts about people never travel here. */
export const channelNotice = defineEvent(
  'channel.notice',
  z.object({
    channelId: z.uuid(),
    at: z.string(),
    notice: z.custom<ChannelNoticeEvent['notice']>((value) => typeof value === 'object' && value !== null),
  }),
);
