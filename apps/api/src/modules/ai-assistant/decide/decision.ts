import type { Intent } from '../understand/intents/intent.js';
import type { Slots } from '../understand/slots/extract-slots.js';
import type { Quote } from './cart.js';
import type { DialogueState } from './dialogue-state.js';
import type { LeadQuality } from './lead-quality.js';

export const ACTIONS = [
  'create_lead',
  'ask_clarifying_question',
  'request_contact_info',
  'ask_about_interest',
  'gather_more_details',
  'transfer_to_support',
  'answer',
  'quote',
  'confirm_sale',
  'stay_silent',
] as const;

/** The assistant's next move. */
export type Action = (typeof ACTIONS)[number];
export type Priority = 'low' | 'normal' | 'high' | 'urgent';

export const ESCALATION_REASONS = [
  'complaint',
  'human_request',
  'warranty_claim',
  'urgent',
  'bulk_order',
  'order_status',
] as const;

export interface Escalation {
  readonly reason: (typeof ESCALATION_REASONS)[number];
  readonly priority: Priority;
}

/** What one part of the reply speaks about; compose turns each into words. */
export type Topic =
  | { readonly kind: 'greeting' }
  | { readonly kind: 'thanks' }
  | { readonly kind: 'opt_out' }
  | { readonly kind: 'deflect' }
  | { readonly kind: 'hand_over'; readonly reason: Escalation['reason']; readonly again: boolean }
  | { readonly kind: 'items'; readonly skus: readonly string[]; readonly show: 'list' | 'price' | 'stock' }
  | { readonly kind: 'sold_out'; readonly sku: string; readonly alternatives: readonly string[] }
  | { readonly kind: 'not_enough'; readonly sku: string; readonly asked: number }
  | { readonly kind: 'not_sold'; readonly alternatives: readonly string[] }
  | { readonly kind: 'categories' }
  | { readonly kind: 'line_total'; readonly sku: string; readonly quantity: number }
  | { readonly kind: 'quote'; readonly quote: Quote }
  | { readonly kind: 'quote_cancelled' }
  | { readonly kind: 'discount'; readonly skus: readonly string[] }
  | { readonly kind: 'store'; readonly facts: readonly StoreTopic[]; readonly city: string | null }
  | { readonly kind: 'warranty' }
  | { readonly kind: 'features'; readonly skus: readonly string[] }
  | { readonly kind: 'noted'; readonly slots: Slots }
  | { readonly kind: 'order_status' }
  | { readonly kind: 'confirmed' }
  | { readonly kind: 'faq'; readonly id: string };

export type StoreTopic =
  | 'hours'
  | 'address'
  | 'shipping'
  | 'payments'
  | 'invoice'
  | 'instalments'
  | 'social'
  | 'trust'
  | 'pickup'
  | 'wholesale';

/** What the reply ends by asking. */
export type Question = 'interest' | 'variant' | 'name' | 'budget' | 'quantity' | 'quote' | 'details' | 'payment' | null;

export interface Decision {
  readonly action: Action;
  readonly intent: Intent;
  readonly topics: readonly Topic[];
  readonly question: Question;
  readonly escalation: Escalation | null;
  readonly quality: LeadQuality;
  readonly completeness: number;
  readonly createLead: boolean;
  readonly quote: Quote | null;
  readonly optOut: boolean;
  readonly state: DialogueState;
  /** The rule that chose the action, for the trace. */
  readonly because: string;
}
