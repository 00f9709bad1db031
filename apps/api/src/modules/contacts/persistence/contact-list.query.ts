import { Injectable } from '@nestjs/common';
import { Sql } from '../../../platform/database/sql.js';
import { Encryption } from '../../../platform/encryption/encryption.js';
import type { ContactType } from '../contacts.types.js';
import { readContactSearch, type ContactSearch } from '../domain/contact-search.js';
import { SenderKeys } from '../services/sender-keys.js';

export interface ContactFilter {
  q?: string;
  tag?: string;
  type?: ContactType;
  /** Only contacts before this id: the newest come first. */
  before?: string | null;
  limit: number;
}

const escapeLike = (text: string): string => text.replace(/[\\%_]/g, '\\$&');

const names = (row: string): string => `plain_text(coalesce(${row}.name, '') || ' ' || coalesce(${row}.username, ''))`;

/** Ids of contacts, the newest first. */
@Injectable()
export class ContactListQuery {
  constructor(
    private readonly sql: Sql,
    private readonly encryption: Encryption,
    private readonly keys: SenderKeys,
  ) {}

  async ids({ q, tag, type, before, limit }: ContactFilter): Promise<string[]> {
    const values: unknown[] = [];
    const bind = (value: unknown): string => `$${values.push(value)}`;
    const where = ['c.merged_into is null', 'c.erased_at is null', ...this.matching(readContactSearch(q), bind)];
    if (tag !== undefined) where.push(`c.tags @> array[${bind(tag)}]::text[]`);
    if (type !== undefined) where.push(`c.type = ${bind(type)}`);
    if (before) where.push(`c.id < ${bind(before)}::uuid`);
    const rows = await this.sql.rows<{ id: string }>(
      `select c.id from contact c where ${where.join(' and ')} order by c.id desc limit ${bind(limit)}`,
      values,
    );
    return rows.map(({ id }) => id);
  }

  private matching(search: ContactSearch, bind: (value: unknown) => string): string[] {
    switch (search.kind) {
      case 'everything':
        return [];
      case 'phone':
        return [
          `c.id in (select d.contact_id from contact_phone_digit d where d.digests && ${bind(search.endings.flatMap((ending) => this.encryption.phoneIndexes(ending).at(-1) ?? []))}::bigint[])`,
        ];
      case 'email':
        return [`c.email_hash = ${bind(this.keys.email(search.address))}`];
      case 'name': {
        const called = bind(`%${escapeLike(search.text)}%`);
        const literal = (row: string): string => `${names(row)} like plain_text(${called})`;
        // Who is called so hides who is called nearly so: a list ordered by time would show the wrong one first.
        const anybody = `exists (select 1 from contact l where ${literal('l')} and l.merged_into is null and l.erased_at is null)`;
        return [`(${literal('c')} or (plain_text(${bind(search.text)}) <% ${names('c')} and not ${anybody}))`];
      }
    }
  }
}
