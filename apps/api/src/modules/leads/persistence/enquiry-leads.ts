import { Injectable } from '@nestjs/common';
import { Sql } from '../../../platform/database/sql.js';
import type { Enquiry, Known, KnownLead, Step } from '../domain/plan-enquiries.js';

/** What a new or claimed lead begins with. */
export interface LeadBeginning {
  leadId: string;
  enquiry: Enquiry;
  utm: Record<string, string | null> | null;
  value: { amount: number; currency: string } | null;
  assigneeId: string | null;
  completeness: number;
  quality: string;
  qualityReasons: string[];
}

export interface AnonymousBeginning {
  leadId: string;
  clickId: string;
  linkId: string;
  itemId: string | null;
  network: string;
  utm: Record<string, string | null> | null;
  at: string;
}

/** Leads as enquiries make them, many at once. */
@Injectable()
export class EnquiryLeads {
  constructor(private readonly sql: Sql) {}

  /** Locks and reads whatever these enquiries may belong to. */
  async known(enquiries: readonly Enquiry[]): Promise<Known> {
    const contacts = [...new Set(enquiries.map(({ contactId }) => contactId))];
    const clicks = enquiries.flatMap(({ clickId }) => clickId ?? []);
    const rows = await this.sql.rows<KnownLead & { clickId: string | null; anonymous: boolean }>(
      `select id, contact_id as "contactId", item_id as "itemId", conversation_id as "conversationId", source_kind as source, opened_by_message as "openedByMessage",
              click_id as "clickId", state not in ('won', 'lost') as open, contact_id is null as anonymous
         from lead
        where (contact_id = any($1::uuid[]) and state not in ('won', 'lost')) or opened_by_message = any($2::uuid[]) or (click_id = any($3::uuid[]) and contact_id is null and absorbed_by is null)
        order by enquired_at desc, id desc for update`,
      [contacts, enquiries.map(({ messageId }) => messageId), clicks],
    );
    const anonymous = new Map(
      rows.flatMap(({ anonymous: unclaimed, clickId, id }) => (unclaimed && clickId ? [[clickId, id] as const] : [])),
    );
    return { leads: rows.filter((row) => !row.anonymous), anonymous };
  }

  /** Those whose click has no lead yet. Returns the ids of the leads made. */
  async insertAnonymous(leads: readonly AnonymousBeginning[]): Promise<Set<string>> {
    if (leads.length === 0) return new Set();
    const rows = await this.sql.rows<{ id: string }>(
      `insert into lead (id, source_kind, network, link_id, click_id, item_id, utm, enquired_at, activity_at, created_at, updated_at)
       select n."leadId", 'link', n.network, n."linkId", n."clickId", n."itemId", n.utm, n.at, n.at, n.at, n.at
         from jsonb_to_recordset($1::jsonb) as n ("leadId" uuid, "clickId" uuid, "linkId" uuid, "itemId" uuid, network text, utm jsonb, at timestamptz)
       on conflict (click_id) do nothing returning id`,
      [JSON.stringify(leads)],
    );
    return new Set(rows.map((row) => row.id));
  }

  async insert(leads: readonly LeadBeginning[], now: Date): Promise<void> {
    if (leads.length === 0) return;
    await this.sql.rows(
      `insert into lead (id, contact_id, conversation_id, item_id, source_kind, network, link_id, click_id, ad_id, utm, opened_by_message, value_amount, value_currency,
                         assignee_id, completeness, quality, quality_by, quality_reasons, first_message_at, last_message_at, enquired_at, activity_at, created_at, updated_at)
       select n.id, n.contact_id, n.conversation_id, n.item_id, n.source, n.network, n.link_id, n.click_id, n.ad_id, n.utm, n.message_id, n.value_amount, n.value_currency,
              n.assignee_id, n.completeness, n.quality, 'rules', n.quality_reasons, n.at, n.at, n.at, n.at, $2, $2
         from ${RECORDS}`,
      [JSON.stringify(leads.map(recordOf)), now],
    );
  }

  async claim(leads: readonly LeadBeginning[], now: Date): Promise<void> {
    if (leads.length === 0) return;
    await this.sql.rows(
      `update lead l set contact_id = n.contact_id, conversation_id = n.conversation_id, opened_by_message = n.message_id, value_amount = n.value_amount,
              value_currency = n.value_currency, assignee_id = n.assignee_id, completeness = n.completeness, quality = n.quality, quality_by = 'rules', quality_reasons = n.quality_reasons, first_message_at = n.at, last_message_at = n.at, enquired_at = n.at, activity_at = n.at,
              expired_at = null, version = l.version + 1, updated_at = $2
         from ${RECORDS} where l.id = n.id and l.contact_id is null`,
      [JSON.stringify(leads.map(recordOf)), now],
    );
  }

  async enrich(steps: readonly Extract<Step, { kind: 'enrich' }>[], now: Date): Promise<void> {
    if (steps.length === 0) return;
    await this.sql.rows(
      `update lead l set enquiries = l.enquiries + n.count, conversation_id = n.conversation_id, enquired_at = greatest(l.enquired_at, n.at),
              first_message_at = coalesce(l.first_message_at, n.at), last_message_at = greatest(l.last_message_at, n.at), activity_at = greatest(l.activity_at, n.at),
              version = l.version + 1, updated_at = $2
         from (select id, count(*)::int as count, (array_agg(conversation_id order by place desc))[1] as conversation_id, max(at) as at
                 from jsonb_to_recordset($1::jsonb) as r (id uuid, conversation_id uuid, at timestamptz, place int) group by id) n
        where l.id = n.id`,
      [
        JSON.stringify(
          steps.map(({ leadId, enquiry }, place) => ({
            id: leadId,
            conversation_id: enquiry.conversationId,
            at: enquiry.at,
            place,
          })),
        ),
        now,
      ],
    );
  }

  async explain(step: Extract<Step, { kind: 'explain' }>, utm: LeadBeginning['utm'], now: Date): Promise<void> {
    const { leadId, enquiry, itemId } = step;
    await this.sql.rows(
      `update lead set source_kind = $2, network = $3, link_id = $4, click_id = $5, ad_id = $6, item_id = $7, utm = $8::jsonb, version = version + 1, updated_at = $9 where id = $1`,
      [
        leadId,
        enquiry.source,
        enquiry.network,
        enquiry.linkId,
        enquiry.clickId,
        enquiry.adId,
        itemId,
        utm && JSON.stringify(utm),
        now,
      ],
    );
  }

  /** An anonymous lead whose visitor turned out to have a lead already. It lets go of the click. */
  async absorb(pairs: readonly { anonymousId: string; leadId: string }[], now: Date): Promise<void> {
    if (pairs.length === 0) return;
    await this.sql.rows(
      `update lead l set absorbed_by = n.lead_id, expired_at = $3, click_id = null, version = l.version + 1, updated_at = $3
         from unnest($1::uuid[], $2::uuid[]) as n (id, lead_id) where l.id = n.id and l.contact_id is null`,
      [pairs.map((pair) => pair.anonymousId), pairs.map((pair) => pair.leadId), now],
    );
  }

  /** Unclaimed ones made before then. Returns their ids. */
  async expire(before: Date, now: Date, limit: number): Promise<string[]> {
    const rows = await this.sql.rows<{ id: string }>(
      `update lead set expired_at = $2, version = version + 1, updated_at = $2
        where id in (select id from lead where contact_id is null and expired_at is null and created_at < $1 order by created_at limit $3 for update skip locked) returning id`,
      [before, now, limit],
    );
    return rows.map((row) => row.id);
  }
}

const RECORDS = `jsonb_to_recordset($1::jsonb) as n (id uuid, contact_id uuid, conversation_id uuid, item_id uuid, source text, network text, link_id uuid, click_id uuid,
  ad_id text, utm jsonb, message_id uuid, value_amount bigint, value_currency text, assignee_id uuid, completeness smallint, quality text, quality_reasons text[], at timestamptz)`;

const recordOf = ({
  leadId,
  enquiry,
  utm,
  value,
  assigneeId,
  completeness,
  quality,
  qualityReasons,
}: LeadBeginning) => ({
  id: leadId,
  contact_id: enquiry.contactId,
  conversation_id: enquiry.conversationId,
  item_id: enquiry.itemId,
  source: enquiry.source,
  network: enquiry.network,
  link_id: enquiry.linkId,
  click_id: enquiry.clickId,
  ad_id: enquiry.adId,
  utm,
  message_id: enquiry.messageId,
  value_amount: value?.amount ?? null,
  value_currency: value?.currency ?? null,
  assignee_id: assigneeId,
  completeness,
  quality,
  quality_reasons: qualityReasons,
  at: enquiry.at,
});
