import { z } from 'zod';

/** Every event a panel may be told. `presence` and `typing` are volatile: they carry no sequence and are never caught up on. */
export const REALTIME_TYPES = [
  'message.created',
  'message.updated',
  'message.status',
  'conversation.upserted',
  'conversation.removed',
  'counts.changed',
  'presence',
  'typing',
  'lead.created',
  'lead.moved',
  'task.due',
  'quote.updated',
  'campaign.progress',
  'channel.health',
  'isac.suggestion',
  'notification.created',
] as const;

export const VOLATILE_TYPES = ['presence', 'typing'] as const;

export type RealtimeType = (typeof REALTIME_TYPES)[number];
export type VolatileType = (typeof VOLATILE_TYPES)[number];
export type LoggedType = Exclude<RealtimeType, VolatileType>;

export const realtimeTypeSchema = z.enum(REALTIME_TYPES);
export const volatileTypeSchema = z.enum(VOLATILE_TYPES);
