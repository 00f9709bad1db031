import { createHash } from 'node:crypto';

/** A fact of a channel as a UUID-shaped hash: what is unique for ever, in 16 bytes. */
export function eventKey(channelId: string, dedupeKey: string): string {
  const hex = createHash('sha256').update(channelId).update('\0').update(dedupeKey).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20, 32)}`;
}
