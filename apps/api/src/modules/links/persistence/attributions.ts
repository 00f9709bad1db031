import { Injectable } from '@nestjs/common';
import { Sql } from '../../../platform/database/sql.js';
import type { Attribution } from '../domain/attribution.js';

/** What brought each enquiry. */
@Injectable()
export class Attributions {
  constructor(private readonly sql: Sql) {}

  async known(messageIds: readonly string[]): Promise<Set<string>> {
    const rows = await this.sql.rows<{ message_id: string }>(
      'select message_id from attribution where message_id = any($1::uuid[])',
      [messageIds],
    );
    return new Set(rows.map((row) => row.message_id));
  }

  /** Returns those that were not there yet. */
  async insert(found: readonly Attribution[]): Promise<Attribution[]> {
    if (found.length === 0) return [];
    const column = <K extends keyof Attribution>(key: K): Attribution[K][] => found.map((one) => one[key]);
    const rows = await this.sql.rows<{ message_id: string }>(
      `insert into attribution (message_id, conversation_id, contact_id, source, network, link_id, click_id, item_id, ad_id, claim_code, at)
       select * from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::text[], $5::text[], $6::uuid[], $7::uuid[], $8::uuid[], $9::text[], $10::text[], $11::timestamptz[])
       on conflict (message_id) do nothing returning message_id`,
      [
        column('messageId'),
        column('conversationId'),
        column('contactId'),
        column('source'),
        column('network'),
        column('linkId'),
        column('clickId'),
        column('itemId'),
        column('adId'),
        column('claimCode'),
        column('at'),
      ],
    );
    const written = new Set(rows.map((row) => row.message_id));
    return found.filter((one) => written.has(one.messageId));
  }

  /** The enquiry that goes on in a conversation. */
  latestOf(conversationId: string): Promise<{ messageId: string; itemId: string | null } | undefined> {
    return this.sql.one(
      `select message_id as "messageId", item_id as "itemId" from attribution where conversation_id = $1 order by at desc, message_id desc limit 1`,
      [conversationId],
    );
  }

  /** The earliest enquiry that carried a code nobody knew. */
  async waitingForCode(claimCode: string): Promise<Attribution | undefined> {
    const [row] = await this.sql.rows<Omit<Attribution, 'at'> & { at: Date }>(
      `select message_id as "messageId", conversation_id as "conversationId", contact_id as "contactId", source, network, link_id as "linkId",
              click_id as "clickId", item_id as "itemId", ad_id as "adId", claim_code as "claimCode", at
         from attribution where claim_code = $1 and link_id is null order by at, message_id limit 1 for update`,
      [claimCode],
    );
    return row && { ...row, at: row.at.toISOString() };
  }

  async replace({ messageId, source, network, linkId, clickId, itemId, adId }: Attribution): Promise<void> {
    await this.sql.rows(
      'update attribution set source = $2, network = $3, link_id = $4, click_id = $5, item_id = $6, ad_id = $7 where message_id = $1',
      [messageId, source, network, linkId, clickId, itemId, adId],
    );
  }

  async ofContact(contactId: string): Promise<Record<string, unknown>[]> {
    return this.sql.rows(
      `select a.at, a.source, a.network, a.ad_id as "adId", l.name as "linkName" from attribution a left join tracked_link l on l.id = a.link_id
        where a.contact_id = $1 order by a.at`,
      [contactId],
    );
  }

  /** The count stays, the person goes. */
  async forgetContact(contactId: string): Promise<void> {
    await this.sql.rows('update attribution set contact_id = null, claim_code = null where contact_id = $1', [
      contactId,
    ]);
  }
}
