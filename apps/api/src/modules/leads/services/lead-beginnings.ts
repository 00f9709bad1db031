import { Injectable } from '@nestjs/common';
import { Contacts } from '../../contacts/index.js';
import { Links } from '../../links/index.js';
import { completenessOf, qualityOf } from '../domain/lead-quality.js';
import type { Enquiry, Step } from '../domain/plan-enquiries.js';
import type { LeadBeginning } from '../persistence/enquiry-leads.js';
import { AssignNewLeads } from './assign-new-leads.js';
import { LeadItems } from './lead-items.js';

type Origin = Pick<Enquiry, 'linkId' | 'clickId'>;
type UtmRecord = Record<string, string | null>;

/** What others know that a lead begins with: parameters, price, person, somebody to care for it. */
@Injectable()
export class LeadBeginnings {
  constructor(
    private readonly links: Links,
    private readonly items: LeadItems,
    private readonly contacts: Contacts,
    private readonly assignNewLeads: AssignNewLeads,
  ) {}

  async of(steps: readonly Extract<Step, { kind: 'open' | 'claim' }>[]): Promise<LeadBeginning[]> {
    if (steps.length === 0) return [];
    const enquiries = steps.map((step) => step.enquiry);
    const utms = await this.utms(enquiries);
    const items = await this.items.byIds(enquiries.map((enquiry) => enquiry.itemId));
    const known = await this.contacts.knownOf(enquiries.map((enquiry) => enquiry.contactId));
    const assignees = await this.assignNewLeads.choose(enquiries.map((enquiry) => enquiry.conversationId));
    return steps.map(({ leadId, enquiry }, index) => {
      const { name = false, phone = false } = known.get(enquiry.contactId) ?? {};
      const facts = {
        name,
        phone,
        email: false,
        item: enquiry.itemId !== null,
        budget: false,
        city: false,
        urgency: null,
      };
      const { quality, reasons } = qualityOf(facts);
      const value = items.get(enquiry.itemId ?? '')?.price ?? null;
      return {
        leadId,
        enquiry,
        utm: utms[index] ?? null,
        value,
        assigneeId: assignees[index] ?? null,
        completeness: completenessOf(facts),
        quality,
        qualityReasons: reasons,
      };
    });
  }

  /** The link's parameters under those that the click really came with; null without a link. In order. */
  async utms(origins: readonly Origin[]): Promise<(UtmRecord | null)[]> {
    const links = await this.links.byIds(origins.flatMap(({ linkId }) => linkId ?? []));
    const clicks = await this.links.utmOfClicks(origins.flatMap(({ clickId }) => clickId ?? []));
    return origins.map(({ linkId, clickId }) => {
      const link = links.get(linkId ?? '');
      return link ? { ...link.utm, ...clicks.get(clickId ?? '') } : null;
    });
  }
}
