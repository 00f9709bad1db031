import type { OutboundMessage } from '../../../channels/index.js';
import type { Json } from './built.js';

/**
 * `to` always carries its plus: without it Meta prepends the business's own country code and the message reaches a stranger.
 * The number is the one we know, never a rewritten one; people without a phone are reached by their BSUID in `recipient`.
 */
export function recipientOf(to: OutboundMessage['to']): Json | undefined {
  const waId = to.identities.find((identity) => identity.kind === 'wa_id')?.value;
  const phone = to.phone ?? (waId === undefined ? undefined : `+${waId.replace(/^\+/, '')}`);
  if (phone !== undefined) return /^\+[1-9]\d{4,14}$/.test(phone) ? { to: phone } : undefined;
  const bsuid = to.identities.find((identity) => identity.kind === 'bsuid')?.value;
  return bsuid === undefined ? undefined : { recipient: bsuid };
}
