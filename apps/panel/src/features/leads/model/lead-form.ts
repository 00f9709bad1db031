import { decimalMoney, parseMoney, type Money } from '@hilo/money';
import type { Lead, LeadChange, Urgency } from './lead';

/** What the edit form holds: everything as text until it is sent. */
export interface LeadFields {
  item: { id: string; name: string } | null;
  title: string;
  description: string;
  budget: string;
  value: string;
  city: string;
  urgency: Urgency | null;
}

export function fieldsOf(lead: Lead): LeadFields {
  return {
    item: lead.item && { id: lead.item.id, name: lead.item.name },
    title: lead.title ?? '',
    description: lead.description ?? '',
    budget: lead.budget ? decimalMoney(lead.budget) : '',
    value: lead.value ? decimalMoney(lead.value) : '',
    city: lead.city ?? '',
    urgency: lead.urgency,
  };
}

/** An amount as typed: null for nothing, undefined for what is no amount. */
export function amountOf(text: string, currency: string): Money | null | undefined {
  if (text.trim() === '') return null;
  const money = parseMoney(text, currency);
  return money && money.amount >= 0 ? money : undefined;
}

export type Reading = { ok: true; change: LeadChange } | { ok: false; wrong: (keyof LeadFields)[] };

/** The change that the form asks for: only what differs from what it began with. */
export function readFields(
  before: LeadFields,
  typed: LeadFields,
  currencyOf: { budget: string; value: string },
): Reading {
  const budget = amountOf(typed.budget, currencyOf.budget);
  const value = amountOf(typed.value, currencyOf.value);
  const wrong: (keyof LeadFields)[] = [
    ...(budget === undefined ? ['budget' as const] : []),
    ...(value === undefined ? ['value' as const] : []),
  ];
  if (wrong.length > 0) return { ok: false, wrong };
  const change: LeadChange = {};
  if (typed.item?.id !== before.item?.id) change.itemId = typed.item?.id ?? null;
  for (const field of ['title', 'description', 'city'] as const)
    if (typed[field].trim() !== before[field]) change[field] = typed[field].trim() || null;
  if (typed.urgency !== before.urgency) change.urgency = typed.urgency;
  if (typed.budget !== before.budget) change.budget = budget ?? null;
  if (typed.value !== before.value) change.value = value ?? null;
  return { ok: true, change };
}
