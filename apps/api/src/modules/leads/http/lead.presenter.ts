import type { Person } from '../../auth/index.js';
import type { LinkCard } from '../../links/index.js';
import type { LeadEntity } from '../persistence/lead.entity.js';
import type { LeadEventRow } from '../persistence/lead-events.js';
import type { LeadItem } from '../services/lead-items.js';
import type { LeadEventView, LeadView } from './lead-view.js';

export interface LeadParts {
  lead: LeadEntity;
  contact: { id: string; name: string; phone: string | null; email?: string | null } | undefined;
  item: LeadItem | undefined;
  link: LinkCard | undefined;
  assignee: Person | undefined;
  unreadCount: number;
}

const money = (amount: number | null, currency: string | null) =>
  amount !== null && currency !== null ? { amount, currency } : null;

export function presentLead({ lead, contact, item, link, assignee, unreadCount }: LeadParts): LeadView {
  const {
    id,
    state,
    lostReason,
    quality,
    qualityReasons,
    qualityBy,
    completeness,
    urgency,
    title,
    description,
    city,
    conversationId,
    enquiries,
    version,
  } = lead;
  return {
    id,
    contact: contact
      ? { id: contact.id, name: contact.name, phone: contact.phone, email: contact.email ?? null }
      : null,
    anonymous: lead.contactId === null,
    item: item ?? null,
    source: {
      kind: lead.source,
      network: lead.network,
      linkId: lead.linkId,
      linkName: link?.name ?? null,
      utm: lead.utm,
      adId: lead.adId,
    },
    state,
    lostReason,
    quality,
    qualityReasons,
    qualityBy,
    completeness,
    urgency,
    title,
    description,
    budget: money(lead.budgetAmount, lead.budgetCurrency),
    city,
    assignee: assignee ?? null,
    conversationId,
    value: money(lead.valueAmount, lead.valueCurrency),
    enquiries,
    firstMessageAt: lead.firstMessageAt?.toISOString() ?? null,
    lastMessageAt: lead.lastMessageAt?.toISOString() ?? null,
    lastActivityAt: lead.activityAt.toISOString(),
    unreadCount,
    createdAt: lead.createdAt.toISOString(),
    version,
  };
}

export const presentLeadEvent = (
  { id, kind, detail, by, at }: LeadEventRow,
  people: ReadonlyMap<string, Person>,
): LeadEventView => ({
  id,
  kind,
  detail: { ...detail },
  byKind: by.kind,
  by: people.get(by.id ?? '') ?? null,
  at: at.toISOString(),
});
