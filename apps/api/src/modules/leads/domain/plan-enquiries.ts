/** An attributed enquiry. */
export interface Enquiry {
  conversationId: string;
  contactId: string;
  messageId: string;
  source: 'link' | 'ad' | 'campaign' | 'direct';
  network: string | null;
  linkId: string | null;
  clickId: string | null;
  itemId: string | null;
  adId: string | null;
  at: string;
}

/** A lead that an enquiry may belong to. */
export interface KnownLead {
  id: string;
  contactId: string;
  itemId: string | null;
  conversationId: string | null;
  source: string;
  openedByMessage: string | null;
  open: boolean;
}

export type Step =
  | { kind: 'open'; leadId: string; enquiry: Enquiry }
  | { kind: 'claim'; leadId: string; enquiry: Enquiry }
  | { kind: 'enrich'; leadId: string; enquiry: Enquiry; absorbs: string | null }
  /** A lead that had seemed direct is explained by a click that was stored late. `itemId` is what it is about from now on. */
  | { kind: 'explain'; leadId: string; enquiry: Enquiry; itemId: string | null; absorbs: string | null };

export interface Known {
  /** Open leads of the contacts, and those that one of the messages opened; the latest enquiry first. */
  leads: readonly KnownLead[];
  /** Unclaimed anonymous leads by click. */
  anonymous: ReadonlyMap<string, string>;
}

/**
 * What each enquiry means, in order: one open lead per contact and item, a second enquiry enriches the first.
 * An enquiry that names no item goes to the lead going on, the one of its own conversation first.
 */
export function planEnquiries(enquiries: readonly Enquiry[], known: Known, newLeadId: () => string): Step[] {
  const leads = known.leads.map((lead) => ({ ...lead }));
  const anonymous = new Map(known.anonymous);
  return enquiries.flatMap((enquiry): Step[] => {
    const claimable = enquiry.clickId === null ? undefined : anonymous.get(enquiry.clickId);
    if (enquiry.clickId !== null) anonymous.delete(enquiry.clickId);
    const absorbs = claimable ?? null;
    const own = leads.find((lead) => lead.openedByMessage === enquiry.messageId);
    if (own) return explain(own, enquiry, leads, absorbs);
    const goingOn = leadGoingOn(enquiry, leads);
    if (goingOn) {
      goingOn.conversationId = enquiry.conversationId;
      return [{ kind: 'enrich', leadId: goingOn.id, enquiry, absorbs }];
    }
    const leadId = claimable ?? newLeadId();
    const { contactId, itemId, conversationId, source, messageId } = enquiry;
    leads.unshift({ id: leadId, contactId, itemId, conversationId, source, openedByMessage: messageId, open: true });
    return [{ kind: claimable ? 'claim' : 'open', leadId, enquiry }];
  });
}

function leadGoingOn(
  { contactId, itemId, conversationId }: Enquiry,
  leads: readonly KnownLead[],
): KnownLead | undefined {
  const open = leads.filter((lead) => lead.open && lead.contactId === contactId);
  const same = open.find((lead) => lead.itemId === itemId);
  if (itemId !== null) return same;
  return open.find((lead) => lead.conversationId === conversationId) ?? same ?? open[0];
}

function explain(own: KnownLead, enquiry: Enquiry, leads: readonly KnownLead[], absorbs: string | null): Step[] {
  if (own.source !== 'direct' || enquiry.source === 'direct') return [];
  const taken = leads.some(
    (lead) => lead !== own && lead.open && lead.contactId === own.contactId && lead.itemId === enquiry.itemId,
  );
  own.source = enquiry.source;
  own.itemId ??= taken ? null : enquiry.itemId;
  return [{ kind: 'explain', leadId: own.id, enquiry, itemId: own.itemId, absorbs }];
}
