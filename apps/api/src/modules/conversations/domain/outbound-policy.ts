import type { MessageType } from '../../channels/index.js';

/** Who speaks. */
export type OutboundAuthor = 'advisor' | 'assistant' | 'campaign' | 'automation' | 'system';
export type OutboundCategory = 'service' | 'marketing' | 'utility';

export interface PolicyQuestion {
  now: Date;
  author: OutboundAuthor;
  type: MessageType;
  category: OutboundCategory;
  channel: {
    active: boolean;
    health: 'healthy' | 'degraded' | 'down';
    outbound: readonly MessageType[];
    templates: boolean;
    serviceWindowMs: number | null;
  };
  contact: { blocked: boolean; reachable: boolean; marketing: 'unknown' | 'granted' | 'withdrawn' };
  /** By provider time; null when the customer never wrote. */
  lastInboundAt: Date | null;
  /** A set moment before which nothing may be sent to anybody: quiet hours, a paused group. */
  notBefore?: Date | null;
}

export type PolicyVerdict =
  | { kind: 'free'; closesAt: Date | null }
  | { kind: 'template' }
  | { kind: 'wait'; until: Date; code: 'quiet_hours' }
  | { kind: 'refuse'; code: RefusalCode };

export type RefusalCode =
  'contact_blocked' | 'no_address' | 'channel_down' | 'type_not_supported' | 'opted_out' | 'window_closed';

/** The provider measures by its own clock: what would leave in the last seconds of the window counts as too late. */
const MARGIN_MS = 5000;

/**
 * The one sending policy, asked before a message is written, again at the moment of delivery, and by whoever wants to know.
 * In order: may anybody write to this person, can this channel carry it, does the person want it, is the window open.
 */
export function decideOutbound(question: PolicyQuestion): PolicyVerdict {
  const { contact, channel, category, type } = question;
  if (contact.blocked) return refuse('contact_blocked');
  if (!contact.reachable) return refuse('no_address');
  if (!channel.active || channel.health === 'down') return refuse('channel_down');
  if (!channel.outbound.includes(type)) return refuse('type_not_supported');
  if (category === 'marketing' && contact.marketing === 'withdrawn') return refuse('opted_out');
  if (question.notBefore && question.notBefore > question.now)
    return { kind: 'wait', until: question.notBefore, code: 'quiet_hours' };
  if (type === 'template') return { kind: 'template' };
  const closesAt = windowClosesAt(question.lastInboundAt, channel.serviceWindowMs);
  if (closesAt === 'never') return { kind: 'free', closesAt: null };
  if (closesAt && closesAt.getTime() - MARGIN_MS > question.now.getTime()) return { kind: 'free', closesAt };
  return refuse('window_closed');
}

/** When free-form replies end; null when the window was never open. */
export function windowClosesAt(lastInboundAt: Date | null, serviceWindowMs: number | null): Date | null | 'never' {
  if (serviceWindowMs === null) return 'never';
  return lastInboundAt && new Date(lastInboundAt.getTime() + serviceWindowMs);
}

export interface ReplyPolicy {
  kind: 'free' | 'template' | 'none';
  closesAt: string | null;
  allowed: MessageType[];
  reason: RefusalCode | null;
}

/** What an advisor may send now, for the composer: the same policy, asked for every type. */
export function replyPolicy(question: Omit<PolicyQuestion, 'type' | 'author' | 'category'>): ReplyPolicy {
  const ask = (type: MessageType): PolicyVerdict =>
    decideOutbound({ ...question, type, author: 'advisor', category: 'service' });
  const text = ask('text');
  const allowed = question.channel.outbound.filter((type) => ['free', 'template'].includes(ask(type).kind));
  const closes = windowClosesAt(question.lastInboundAt, question.channel.serviceWindowMs);
  const closesAt = closes instanceof Date ? closes.toISOString() : null;
  if (text.kind === 'free') return { kind: 'free', closesAt, allowed, reason: null };
  const reason = text.kind === 'refuse' ? text.code : null;
  return { kind: allowed.includes('template') ? 'template' : 'none', closesAt, allowed, reason };
}

const refuse = (code: RefusalCode): PolicyVerdict => ({ kind: 'refuse', code });
