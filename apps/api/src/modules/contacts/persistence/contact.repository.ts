import { Injectable } from '@nestjs/common';
import { In, IsNull } from 'typeorm';
import { Sql } from '../../../platform/database/sql.js';
import { Transaction } from '../../../platform/database/transaction.js';
import { Encryption } from '../../../platform/encryption/encryption.js';
import type { StoredContact } from '../domain/contact-view.js';
import type { ContactChannelKind, IdentityKind } from '../domain/channel-address.js';
import { ContactEntity } from './contact.entity.js';

export interface OpenedIdentity {
  kind: IdentityKind | 'phone';
  channelKind: ContactChannelKind;
  value: string;
  createdAt: Date;
}

/** Contacts as people see and edit them: sealed columns are opened here and nowhere else. */
@Injectable()
export class ContactRepository {
  constructor(
    private readonly transaction: Transaction,
    private readonly sql: Sql,
    private readonly encryption: Encryption,
  ) {}

  /** Whoever was merged or erased is not there any more. */
  async byIds(ids: readonly string[]): Promise<StoredContact[]> {
    const rows = await this.entities().findBy({ id: In([...ids]), mergedInto: IsNull(), erasedAt: IsNull() });
    return rows.map((row) => this.open(row));
  }

  async knownOf(ids: readonly string[]): Promise<Map<string, { name: boolean; phone: boolean }>> {
    if (ids.length === 0) return new Map();
    const rows = await this.sql.rows<{ id: string; name: boolean; phone: boolean }>(
      `select id, coalesce(name, username) is not null as name, phone_sealed is not null as phone
         from contact where id = any($1::uuid[]) and merged_into is null and erased_at is null`,
      [[...new Set(ids)]],
    );
    return new Map(rows.map(({ id, ...known }) => [id, known]));
  }

  /** Locked until the end of the transaction, so that what is decided about it stays true. */
  forEdit(id: string): Promise<ContactEntity | null> {
    return this.entities().findOne({
      where: { id, mergedInto: IsNull(), erasedAt: IsNull() },
      lock: { mode: 'pessimistic_write' },
    });
  }

  async save(contact: ContactEntity): Promise<StoredContact> {
    return this.open(await this.entities().save(contact));
  }

  create(fields: Partial<ContactEntity>): ContactEntity {
    return this.entities().create(fields);
  }

  /** Every identity with its value, the latest first. */
  async identities(contactId: string): Promise<OpenedIdentity[]> {
    type Row = Omit<OpenedIdentity, 'value'> & { sealed: string };
    const rows = await this.sql.rows<Row>(
      `select kind, channel_kind as "channelKind", value_sealed as sealed, created_at as "createdAt" from contact_identity
       where contact_id = $1 order by created_at desc, id desc`,
      [contactId],
    );
    return rows.map(({ sealed, ...row }) => ({ ...row, value: this.encryption.decrypt(sealed) }));
  }

  open(row: ContactEntity): StoredContact {
    const {
      id,
      name,
      nameSource,
      username,
      city,
      language,
      type,
      tags,
      attributes,
      blockedAt,
      createdAt,
      updatedAt,
      version,
    } = row;
    const unseal = (sealed: string | null): string | null => (sealed === null ? null : this.encryption.decrypt(sealed));
    return {
      id,
      name,
      nameSource,
      username,
      phone: unseal(row.phoneSealed),
      email: unseal(row.emailSealed),
      city,
      language,
      type,
      tags,
      attributes,
      blockedAt,
      createdAt,
      updatedAt,
      version,
    };
  }

  private entities() {
    return this.transaction.repository(ContactEntity);
  }
}
