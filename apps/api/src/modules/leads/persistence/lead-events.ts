import { Injectable } from '@nestjs/common';
import { Sql } from '../../../platform/database/sql.js';
import { newId } from '../../../platform/ids/uuid.js';

export type LeadEventKind =
  | 'opened'
  | 'claimed'
  | 'enquired'
  | 'explained'
  | 'state'
  | 'assigned'
  | 'quality'
  | 'details'
  | 'expired'
  | 'absorbed';

export interface Actor {
  kind: 'user' | 'key' | 'assistant' | 'system';
  id: string | null;
}

export const SYSTEM: Actor = { kind: 'system', id: null };

/** `detail` names fields, states and ids; never a name, a phone or words of the customer. */
export interface NewLeadEvent {
  leadId: string;
  kind: LeadEventKind;
  detail: Readonly<Record<string, unknown>>;
  by: Actor;
  at: Date;
}

export interface LeadEventRow extends NewLeadEvent {
  id: string;
}

/** Every change of every lead, for ever. */
@Injectable()
export class LeadEvents {
  constructor(private readonly sql: Sql) {}

  async append(events: readonly NewLeadEvent[]): Promise<void> {
    if (events.length === 0) return;
    const rows = events.map(({ leadId, kind, detail, by, at }) => ({
      id: newId(),
      lead_id: leadId,
      kind,
      detail,
      by_kind: by.kind,
      by_id: by.id,
      at,
    }));
    await this.sql.rows(
      `insert into lead_event (id, lead_id, kind, detail, by_kind, by_id, at)
       select * from jsonb_to_recordset($1::jsonb) as n (id uuid, lead_id uuid, kind text, detail jsonb, by_kind text, by_id uuid, at timestamptz)`,
      [JSON.stringify(rows)],
    );
  }

  /** Newest first; `limit + 1` of them. */
  async page(leadId: string, limit: number, before: string | undefined): Promise<LeadEventRow[]> {
    const rows = await this.sql.rows<Omit<LeadEventRow, 'by'> & { by_kind: Actor['kind']; by_id: string | null }>(
      `select id, lead_id as "leadId", kind, detail, by_kind, by_id, at from lead_event
        where lead_id = $1 and ($2::uuid is null or id < $2) order by id desc limit $3`,
      [leadId, before ?? null, limit + 1],
    );
    return rows.map(({ by_kind: kind, by_id: id, ...row }) => ({ ...row, by: { kind, id } }));
  }
}
