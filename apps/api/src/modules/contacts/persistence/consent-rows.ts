import { Injectable } from '@nestjs/common';
import { Sql } from '../../../platform/database/sql.js';
import type { ContactChannelKind } from '../domain/channel-address.js';
import type { ConsentCategory, ConsentDecision, ConsentSource, DatedConsent } from '../domain/consent.js';

export interface ConsentEntryRow {
  id: string;
  channelKind: ContactChannelKind;
  category: ConsentCategory;
  state: DatedConsent['state'];
  source: ConsentSource;
  userId: string | null;
  text: string | null;
  messageId: string | null;
  at: Date;
  recordedAt: Date;
}

export interface ConsentStateRow {
  contactId: string;
  channelKind: ContactChannelKind;
  category: ConsentCategory;
  state: DatedConsent['state'];
  at: Date;
}

const ADD = `
  insert into consent_entry (id, contact_id, channel_kind, category, state, source, user_id, text, message_id, at, recorded_at)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`;

// An older word that arrives late is kept in the ledger and changes nothing; of two at one moment the refusal stands.
const SETTLE = `
  insert into consent_state as s (contact_id, channel_kind, category, state, at, entry_id) values ($1, $2, $3, $4, $5, $6)
  on conflict (contact_id, channel_kind, category) do update set state = excluded.state, at = excluded.at, entry_id = excluded.entry_id
  where s.at < excluded.at or (s.at = excluded.at and excluded.state = 'withdrawn')
  returning true as settled`;

/** The ledger, which only grows, and what it says today. */
@Injectable()
export class ConsentRows {
  constructor(private readonly sql: Sql) {}

  async add(id: string, state: DatedConsent['state'], decision: ConsentDecision, recordedAt: Date): Promise<void> {
    const { contactId, channelKind, category, by, userId, text, messageId, at } = decision;
    await this.sql.rows(ADD, [
      id,
      contactId,
      channelKind,
      category,
      state,
      by,
      userId ?? null,
      text ?? null,
      messageId ?? null,
      at,
      recordedAt,
    ]);
  }

  /** False when a later word stands already. */
  async settle(
    entryId: string,
    state: DatedConsent['state'],
    { contactId, channelKind, category, at }: ConsentDecision,
  ): Promise<boolean> {
    return (await this.sql.rows(SETTLE, [contactId, channelKind, category, state, at, entryId])).length > 0;
  }

  current(
    contactIds: readonly string[],
    channelKinds: readonly ContactChannelKind[],
    categories: readonly ConsentCategory[],
  ): Promise<ConsentStateRow[]> {
    return this.sql.rows<ConsentStateRow>(
      `select contact_id as "contactId", channel_kind as "channelKind", category, state, at from consent_state
       where contact_id = any($1::uuid[]) and channel_kind = any($2::text[]) and category = any($3::text[]) order by channel_kind, category`,
      [contactIds, channelKinds, categories],
    );
  }

  ledger(contactId: string): Promise<ConsentEntryRow[]> {
    return this.sql.rows<ConsentEntryRow>(
      `select id, channel_kind as "channelKind", category, state, source, user_id as "userId", text, message_id as "messageId", at, recorded_at as "recordedAt"
       from consent_entry where contact_id = $1 order by at desc, id desc`,
      [contactId],
    );
  }
}
