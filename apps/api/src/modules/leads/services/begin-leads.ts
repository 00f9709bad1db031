import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock.js';
import { newId } from '../../../platform/ids/uuid.js';
import { Outbox } from '../../../platform/outbox/outbox.js';
import { planEnquiries, type Enquiry, type Step } from '../domain/plan-enquiries.js';
import { leadChanged, leadCreated } from '../leads.events.js';
import { EnquiryLeads } from '../persistence/enquiry-leads.js';
import { LeadEvents, SYSTEM, type LeadEventKind, type NewLeadEvent } from '../persistence/lead-events.js';
import { LeadBeginnings } from './lead-beginnings.js';

/** A person's click on a tracked link. */
export interface Click {
  clickId: string;
  linkId: string;
  itemId: string | null;
  network: string;
  at: string;
}

type Of<K extends Step['kind']> = Extract<Step, { kind: K }>;

const EVENT_OF: Readonly<Record<Step['kind'], LeadEventKind>> = {
  open: 'opened',
  claim: 'claimed',
  enrich: 'enquired',
  explain: 'explained',
};

/** Leads out of clicks and enquiries. Everything runs in the caller's transaction. */
@Injectable()
export class BeginLeads {
  constructor(
    private readonly clock: Clock,
    private readonly leads: EnquiryLeads,
    private readonly beginnings: LeadBeginnings,
    private readonly events: LeadEvents,
    private readonly outbox: Outbox,
  ) {}

  /** An anonymous lead for each click that has none. */
  async fromClicks(clicks: readonly Click[]): Promise<void> {
    if (clicks.length === 0) return;
    const utms = await this.beginnings.utms(clicks);
    const planned = clicks.map((click, index) => ({ leadId: newId(), ...click, utm: utms[index] ?? null }));
    const made = await this.leads.insertAnonymous(planned);
    const begun = planned.filter(({ leadId }) => made.has(leadId));
    await this.events.append(
      begun.map(({ leadId, linkId, network, at }) => ({
        leadId,
        kind: 'opened',
        detail: { anonymous: true, linkId, network },
        by: SYSTEM,
        at: new Date(at),
      })),
    );
    await this.outbox.append(
      leadCreated,
      begun.map(({ leadId }) => ({ leadId, contactId: null, conversationId: null, anonymous: true })),
    );
  }

  async fromEnquiries(enquiries: readonly Enquiry[]): Promise<void> {
    if (enquiries.length === 0) return;
    const now = this.clock.now();
    const steps = planEnquiries(enquiries, await this.leads.known(enquiries), newId);
    await this.leads.absorb(steps.flatMap(absorbedBy), now);
    await this.write(steps, now);
    await this.events.append(steps.map((step) => eventOf(step, now)));
    await this.tell(steps);
  }

  private async write(steps: readonly Step[], now: Date): Promise<void> {
    const begun = await this.beginnings.of(
      steps.filter((step): step is Of<'open' | 'claim'> => step.kind === 'open' || step.kind === 'claim'),
    );
    const claimed = new Set(steps.flatMap((step) => (step.kind === 'claim' ? [step.leadId] : [])));
    await this.leads.claim(
      begun.filter(({ leadId }) => claimed.has(leadId)),
      now,
    );
    await this.leads.insert(
      begun.filter(({ leadId }) => !claimed.has(leadId)),
      now,
    );
    await this.leads.enrich(
      steps.filter((step): step is Of<'enrich'> => step.kind === 'enrich'),
      now,
    );
    for (const step of steps.filter((one): one is Of<'explain'> => one.kind === 'explain')) {
      const [utm] = await this.beginnings.utms([step.enquiry]);
      await this.leads.explain(step, utm ?? null, now);
    }
  }

  private async tell(steps: readonly Step[]): Promise<void> {
    const begun = steps.filter(({ kind }) => kind === 'open' || kind === 'claim');
    const changed = steps.filter(({ kind }) => kind === 'enrich' || kind === 'explain');
    await this.outbox.append(
      leadCreated,
      begun.map(({ leadId, enquiry }) => ({
        leadId,
        contactId: enquiry.contactId,
        conversationId: enquiry.conversationId,
        anonymous: false,
      })),
    );
    await this.outbox.append(
      leadChanged,
      changed.map(({ leadId }) => ({ leadId, change: 'details' as const, byUserId: null })),
    );
  }
}

const absorbedBy = (step: Step): { anonymousId: string; leadId: string }[] =>
  (step.kind === 'enrich' || step.kind === 'explain') && step.absorbs
    ? [{ anonymousId: step.absorbs, leadId: step.leadId }]
    : [];

function eventOf({ kind, leadId, enquiry }: Step, at: Date): NewLeadEvent {
  const { source, network, linkId, adId, conversationId, messageId } = enquiry;
  return {
    leadId,
    kind: EVENT_OF[kind],
    detail: { source, network, linkId, adId, conversationId, messageId },
    by: SYSTEM,
    at,
  };
}
