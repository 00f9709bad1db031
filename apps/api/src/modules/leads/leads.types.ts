import type { Quality, Urgency } from './domain/lead-quality.js';
import type { LeadState } from './domain/lead-status.js';

interface Money {
  amount: number;
  currency: string;
}

/** A lead as other modules see it. */
export interface LeadSummary {
  id: string;
  contactId: string | null;
  conversationId: string | null;
  itemId: string | null;
  state: LeadState;
  quality: Quality | null;
  qualityReasons: string[];
  completeness: number;
  urgency: Urgency | null;
  city: string | null;
  budget: Money | null;
  value: Money | null;
  assigneeId: string | null;
  source: string;
  network: string | null;
  linkId: string | null;
  createdAt: Date;
  version: number;
}

/** What ISAC found out in a conversation; what is left out stays. */
export interface Enrichment {
  conversationId: string;
  itemId?: string;
  budget?: Money;
  city?: string;
  urgency?: Urgency;
  title?: string;
  description?: string;
  quality?: Quality;
  qualityReasons?: string[];
  /** 0 to 100. */
  completeness?: number;
  /** The lead became worth an advisor's time: a new or contacted one is qualified. */
  qualified?: boolean;
}
