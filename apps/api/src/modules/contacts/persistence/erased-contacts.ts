import { Injectable } from '@nestjs/common';
import { Sql } from '../../../platform/database/sql.js';

const TABLES_OF_CONTACT = ['contact_identity', 'contact_phone_digit', 'consent_state', 'consent_entry'];

/** Takes away everything that could tell who somebody was. Runs in a transaction: the ledger lets go of this person only inside it. */
@Injectable()
export class ErasedContacts {
  constructor(private readonly sql: Sql) {}

  async erase(contactId: string, at: Date): Promise<void> {
    await this.sql.rows(`select set_config('hilo.erasing', $1, true)`, [contactId]);
    for (const table of TABLES_OF_CONTACT)
      await this.sql.rows(`delete from ${table} where contact_id = $1`, [contactId]);
    await this.sql.rows('delete from contact_merge_suggestion where kept_id = $1 or other_id = $1', [contactId]);
    await this.sql.rows(
      `update contact set name = null, name_source = 'person', username = null, phone_sealed = null, phone_hash = null, email_sealed = null, email_hash = null,
         city = null, language = null, tags = '{}', attributes = '{}', erased_at = coalesce(erased_at, $2), version = version + 1, updated_at = $2
       where id = $1`,
      [contactId, at],
    );
    await this.sql.rows(`select set_config('hilo.erasing', '', true)`);
  }
}
