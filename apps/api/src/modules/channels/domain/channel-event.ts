import type { MessageContent } from './message-content.js';

export const CHANNEL_KINDS = ['whatsapp_cloud', 'whatsapp_twilio', 'whatsapp_wasender', 'instagram'] as const;
export type ChannelKind = (typeof CHANNEL_KINDS)[number];

/** One way to know a person on a channel. A phone may be missing for ever (WhatsApp user names). */
export interface ExternalIdentity {
  kind: 'wa_id' | 'bsuid' | 'igsid' | 'lid';
  /** As the provider writes it: digits for wa_id, `AR.1020…` for bsuid. */
  value: string;
}

export interface Sender {
  /** At least one; the most durable first. */
  identities: ExternalIdentity[];
  /** E.164, when the provider told it. */
  phone?: string;
  name?: string;
  username?: string;
}

export interface Referral {
  source: 'ad' | 'post';
  sourceId: string;
  url?: string;
  headline?: string;
  body?: string;
  mediaUrl?: string;
  clickId?: string;
  welcomeText?: string;
}

export type DeliveryStatus = 'sent' | 'delivered' | 'read' | 'played' | 'failed';

export type FailureReason =
  | 'rate_limited'
  | 'pair_rate_limited'
  | 'provider_down'
  | 'marketing_cap'
  | 'recipient_unreachable'
  | 'recipient_opted_out'
  | 'recipient_blocked'
  | 'window_closed'
  | 'invalid_content'
  | 'media_rejected'
  | 'template_unavailable'
  | 'account_blocked'
  | 'not_registered'
  | 'other';

export type FailureClass = 'retry' | 'retry_slower' | 'retry_much_later' | 'permanent' | 'account_blocked';

export interface ProviderFailure {
  code: string;
  title: string;
  details?: string;
  /** The same judgement as for a failed call, when the adapter knows the code. */
  reason?: FailureReason;
  class?: FailureClass;
  retryAfterMs?: number;
}

/**
 * What a provider told us, translated. `dedupeKey` is unique per channel for ever: the same fact told twice has the same key.
 * `address` names the channel inside the provider's account (WhatsApp: phone number id; WABA id for account-wide facts).
 */
export type ChannelEvent =
  InboundMessageEvent | MessageStatusEvent | MessageRevisionEvent | MessageEchoEvent | ChannelNoticeEvent;

interface EventHead {
  dedupeKey: string;
  address: string;
  /** When it happened at the provider, ISO-8601 UTC. */
  at: string;
  /** Set when the provider's time was missing or absurd and `at` is the time of receipt. */
  atAssumed?: true;
}

export interface InboundMessageEvent extends EventHead {
  kind: 'message';
  providerMessageId: string;
  sender: Sender;
  content: MessageContent;
  /** Provider id of the message that this one answers. */
  replyTo?: string;
  forwarded?: 'once' | 'many';
  referral?: Referral;
  /** A product of the business's catalogue that the customer wrote about. */
  referredProduct?: { catalogId: string; retailerId: string };
  /** Set for group messages, which never become a one-to-one conversation. */
  groupId?: string;
}

export interface MessageStatusEvent extends EventHead {
  kind: 'status';
  providerMessageId: string;
  status: DeliveryStatus;
  /** What we gave along with the send (our attempt id), when the provider returns it. */
  correlationId?: string;
  recipient?: string;
  failure?: ProviderFailure;
  pricing?: { category: string; type?: string; model?: string; billable?: boolean };
}

/** The customer edited or unsent a message. */
export interface MessageRevisionEvent extends EventHead {
  kind: 'revision';
  providerMessageId: string;
  sender: Sender;
  change: { kind: 'edited'; content: MessageContent } | { kind: 'revoked' };
}

/** A message that staff wrote outside Hilo, in the provider's own app. */
export interface MessageEchoEvent extends EventHead {
  kind: 'echo';
  providerMessageId: string;
  recipient: Sender;
  content: MessageContent;
  replyTo?: string;
}

/** Anything about the account, the number, a template or a person's preference. Kept and shown; modules act on the kinds they know. */
export interface ChannelNoticeEvent extends EventHead {
  kind: 'notice';
  notice:
    | { kind: 'template_status'; templateId: string; name: string; language: string; status: string; reason?: string }
    | { kind: 'template_quality'; templateId: string; name: string; language: string; quality: string }
    | { kind: 'template_category'; templateId: string; name: string; language: string; category: string }
    | { kind: 'number_quality'; event: string; limit?: string; displayPhone?: string }
    | { kind: 'account'; event: string; severity: 'info' | 'warning' | 'blocked'; detail?: string }
    | { kind: 'marketing_preference'; sender: Sender; state: 'withdrawn' | 'granted' }
    | { kind: 'identity_changed'; previous: ExternalIdentity; current: ExternalIdentity; sender: Sender }
    | { kind: 'provider_error'; code: string; title: string; details?: string }
    | { kind: 'unknown'; field: string };
}
