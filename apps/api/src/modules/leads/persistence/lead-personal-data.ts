import { Injectable } from '@nestjs/common';
import { Sql } from '../../../platform/database/sql.js';

@Injectable()
export class LeadPersonalData {
  constructor(private readonly sql: Sql) {}

  of(contactId: string): Promise<Record<string, unknown>[]> {
    return this.sql.rows(
      `select l.created_at as "createdAt", l.source_kind as source, l.network, l.state, l.lost_reason as "lostReason", l.title, l.description, l.city, l.urgency,
              l.budget_amount::float8 as "budgetAmount", l.budget_currency as "budgetCurrency", l.first_message_at as "firstMessageAt", l.last_message_at as "lastMessageAt",
              (select coalesce(json_agg(json_build_object('kind', e.kind, 'detail', e.detail, 'at', e.at) order by e.id), '[]') from lead_event e where e.lead_id = l.id) as events
         from lead l where l.contact_id = $1 order by l.id`,
      [contactId],
    );
  }

  /** What was written about the person goes, with the history; that there was a lead, and what it was worth, stays counted. */
  async erase(contactId: string): Promise<void> {
    await this.sql.rows('delete from lead_event where lead_id in (select id from lead where contact_id = $1)', [
      contactId,
    ]);
    await this.sql.rows(
      `update lead set title = null, description = null, city = null, urgency = null, budget_amount = null, budget_currency = null, quality_reasons = '{}',
              lost_reason = case when state = 'lost' then 'erased' end, utm = null, version = version + 1
        where contact_id = $1`,
      [contactId],
    );
  }
}
