import type { Quality, Urgency } from './lead-quality.js';
import { isOpen, moveLead, type LeadState, type StateRefusal } from './lead-status.js';

interface Money {
  amount: number;
  currency: string;
}

/** What may be changed of a lead; what is left out stays. */
export interface LeadChange {
  state?: LeadState;
  lostReason?: string | null;
  quality?: Quality | null;
  qualityReasons?: string[];
  completeness?: number;
  assigneeId?: string | null;
  itemId?: string | null;
  budget?: Money | null;
  value?: Money | null;
  city?: string | null;
  urgency?: Urgency | null;
  title?: string | null;
  description?: string | null;
  saleId?: string | null;
}

export interface ChangeableLead {
  state: LeadState;
  lostReason: string | null;
  quality: Quality | null;
  qualityBy: 'assistant' | 'person' | 'rules' | null;
  qualityReasons: string[];
  completeness: number;
  assigneeId: string | null;
  itemId: string | null;
  budgetAmount: number | null;
  budgetCurrency: string | null;
  valueAmount: number | null;
  valueCurrency: string | null;
  city: string | null;
  urgency: Urgency | null;
  title: string | null;
  description: string | null;
  saleId: string | null;
  closedAt: Date | null;
}

export interface Told {
  change: 'state' | 'assigned' | 'quality' | 'details';
  from: string | null;
  to: string | null;
  /** Names of the fields of `details`. */
  fields: string[];
}

export type ChangeDecision<L> = { ok: true; lead: L; told: Told[] } | { ok: false; refusal: StateRefusal };

const DETAILS = ['itemId', 'city', 'urgency', 'title', 'description', 'saleId'] as const;

/** What a lead becomes. What a person said about its quality, ISAC does not overrule. */
export function changeLead<L extends ChangeableLead>(
  lead: L,
  change: LeadChange,
  by: 'person' | 'assistant' | 'system',
  now: Date,
): ChangeDecision<L> {
  const next: L = { ...lead };
  const told: Told[] = [];
  if (change.state !== undefined && change.state !== lead.state) {
    const moved = moveLead(lead.state, change.state, change.lostReason ?? null);
    if (!moved.ok) return moved;
    Object.assign(next, {
      state: moved.state,
      lostReason: moved.lostReason,
      closedAt: isOpen(moved.state) ? null : now,
    });
    told.push({ change: 'state', from: lead.state, to: moved.state, fields: [] });
  }
  if (change.assigneeId !== undefined && change.assigneeId !== lead.assigneeId) {
    next.assigneeId = change.assigneeId;
    told.push({ change: 'assigned', from: lead.assigneeId, to: change.assigneeId, fields: [] });
  }
  told.push(...judge(lead, next, change, by), ...describe(lead, next, change));
  return { ok: true, lead: next, told };
}

function judge(
  lead: ChangeableLead,
  next: ChangeableLead,
  { quality, qualityReasons }: LeadChange,
  by: 'person' | 'assistant' | 'system',
): Told[] {
  if (quality === undefined || (by !== 'person' && lead.qualityBy === 'person')) return [];
  if (quality === lead.quality && qualityReasons === undefined) return [];
  next.quality = quality;
  next.qualityBy = quality === null ? null : by === 'system' ? 'rules' : by;
  next.qualityReasons = qualityReasons ?? [];
  return quality === lead.quality ? [] : [{ change: 'quality', from: lead.quality, to: quality, fields: [] }];
}

function describe(lead: ChangeableLead, next: ChangeableLead, change: LeadChange): Told[] {
  const fields: string[] = DETAILS.filter((field) => change[field] !== undefined && change[field] !== lead[field]);
  for (const field of DETAILS) if (change[field] !== undefined) Object.assign(next, { [field]: change[field] });
  for (const field of ['budget', 'value'] as const) {
    const amount = change[field];
    if (
      amount === undefined ||
      (amount?.amount === (lead[`${field}Amount`] ?? undefined) &&
        amount?.currency === (lead[`${field}Currency`] ?? undefined))
    )
      continue;
    next[`${field}Amount`] = amount?.amount ?? null;
    next[`${field}Currency`] = amount?.currency ?? null;
    fields.push(field);
  }
  if (change.completeness !== undefined) next.completeness = change.completeness;
  return fields.length > 0 ? [{ change: 'details', from: null, to: null, fields }] : [];
}
