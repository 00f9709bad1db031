import { z } from 'zod';
import type { Envelope, RealtimeResources, VolatileEnvelope } from './realtime-data.js';
import { realtimeTypeSchema, volatileTypeSchema, type LoggedType, type VolatileType } from './realtime-type.js';

/** A sequence number is a 64-bit integer written as text: doubles lose the last digits. */
export const sequenceSchema = z.string().regex(/^(0|[1-9]\d{0,18})$/);
const at = z.iso.datetime();

export const envelopeSchema = z.object({
  seq: sequenceSchema,
  type: realtimeTypeSchema.exclude(['presence', 'typing']),
  at,
  data: z.unknown(),
});
export const volatileEnvelopeSchema = z.object({ type: volatileTypeSchema, at, data: z.unknown() });

/** What `GET /sync?since=` answers. */
export interface SyncAnswer<R extends RealtimeResources = RealtimeResources> {
  seq: string;
  events: Envelope<LoggedType, R>[];
}

/** Reads the payload of an `events` frame. An event of a type this build does not know is left out, so that a newer server may run with an older panel. */
export function readEnvelopes<R extends RealtimeResources = RealtimeResources>(
  payload: unknown,
): Envelope<LoggedType, R>[] {
  return readEach(payload, envelopeSchema) as Envelope<LoggedType, R>[];
}

/** Reads the payload of a `volatile` frame. */
export function readVolatileEnvelopes<R extends RealtimeResources = RealtimeResources>(
  payload: unknown,
): VolatileEnvelope<VolatileType, R>[] {
  return readEach(payload, volatileEnvelopeSchema) as VolatileEnvelope<VolatileType, R>[];
}

/** Negative, zero or positive. */
export function compareSequence(left: string, right: string): number {
  const [a, b] = [BigInt(left), BigInt(right)];
  return a < b ? -1 : a > b ? 1 : 0;
}

function readEach<S extends z.ZodType>(payload: unknown, schema: S): z.output<S>[] {
  if (!Array.isArray(payload)) return [];
  return payload.flatMap((item: unknown) => {
    const read = schema.safeParse(item);
    return read.success ? [read.data] : [];
  });
}
