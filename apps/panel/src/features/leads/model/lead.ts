import type { Money } from '@hilo/money';
import type { Network } from '../../../app/network';

/** The pipeline, in order. */
export const LEAD_STATES = ['new', 'contacted', 'qualified', 'negotiating', 'won', 'lost'] as const;
export type LeadState = (typeof LEAD_STATES)[number];

export const QUALITIES = ['hot', 'warm', 'cold'] as const;
export type Quality = (typeof QUALITIES)[number];

export const URGENCIES = ['low', 'normal', 'high', 'urgent'] as const;
export type Urgency = (typeof URGENCIES)[number];

export const SOURCE_KINDS = ['link', 'ad', 'campaign', 'direct', 'manual'] as const;
export type SourceKind = (typeof SOURCE_KINDS)[number];

export interface Person {
  id: string;
  name: string;
  initials: string;
}

/** A lead as `GET /leads` gives it. Times are ISO UTC. */
export interface Lead {
  id: string;
  contact: { id: string; name: string; phone: string | null; email: string | null } | null;
  anonymous: boolean;
  item: { id: string; name: string; price: Money | null } | null;
  source: {
    kind: SourceKind;
    network: Network | null;
    linkId: string | null;
    linkName: string | null;
    utm: Record<string, string | null> | null;
    adId: string | null;
  };
  state: LeadState;
  lostReason: string | null;
  quality: Quality | null;
  /** Names of facts, e.g. `contact`, `budget`; or ISAC's own words. */
  qualityReasons: string[];
  qualityBy: 'assistant' | 'person' | 'rules' | null;
  /** 0 to 100. */
  completeness: number;
  urgency: Urgency | null;
  title: string | null;
  description: string | null;
  budget: Money | null;
  city: string | null;
  assignee: Person | null;
  conversationId: string | null;
  value: Money | null;
  enquiries: number;
  firstMessageAt: string | null;
  lastMessageAt: string | null;
  lastActivityAt: string;
  unreadCount: number;
  createdAt: string;
  version: number;
}

export interface Page<T> {
  data: T[];
  nextCursor: string | null;
}

/**
 * Where the server lets a lead go: along the pipeline but never back to new; a lost one comes back as contacted; a won
 * one stays won.
 */
export function mayMove(from: LeadState, to: LeadState): boolean {
  if (from === to || from === 'won' || to === 'new') return false;
  return from !== 'lost' || to === 'contacted';
}

/** What may be changed of a lead; what is left out stays. */
export interface LeadChange {
  state?: LeadState;
  lostReason?: string | null;
  assigneeId?: string | null;
  quality?: Quality | null;
  itemId?: string | null;
  budget?: Money | null;
  value?: Money | null;
  city?: string | null;
  urgency?: Urgency | null;
  title?: string | null;
  description?: string | null;
}
