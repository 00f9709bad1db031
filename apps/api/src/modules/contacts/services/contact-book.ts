import { Injectable } from '@nestjs/common';
import { encodeCursor, type Page } from '../../../platform/database/keyset-page.js';
import { placeById } from '../../../platform/database/place-in-list.js';
import { Transaction } from '../../../platform/database/transaction.js';
import { notFound } from '../../../platform/http/domain-error.js';
import { Outbox } from '../../../platform/outbox/outbox.js';
import { AuditTrail, type Principal } from '../../auth/index.js';
import { contactChanged } from '../contacts.events.js';
import type { ContactType } from '../contacts.types.js';
import type { StoredContact } from '../domain/contact-view.js';
import { ContactListQuery } from '../persistence/contact-list.query.js';
import { ContactRepository } from '../persistence/contact.repository.js';
import { ContactEditing, type ContactFields } from './contact-editing.js';

export interface ContactListing {
  q?: string;
  tag?: string;
  type?: ContactType;
  limit: number;
  cursor?: string;
}

/** The address book as people use it: looked through, written in, on the record. */
@Injectable()
export class ContactBook {
  constructor(
    private readonly transaction: Transaction,
    private readonly editing: ContactEditing,
    private readonly list: ContactListQuery,
    private readonly repository: ContactRepository,
    private readonly outbox: Outbox,
    private readonly audit: AuditTrail,
  ) {}

  /** The newest first. */
  async page({ cursor, limit, ...filter }: ContactListing): Promise<Page<StoredContact>> {
    const ids = await this.list.ids({ ...filter, before: placeById(cursor), limit: limit + 1 });
    const shown = ids.slice(0, limit);
    const byId = new Map((await this.repository.byIds(shown)).map((contact) => [contact.id, contact]));
    const last = shown.at(-1);
    return {
      data: shown.flatMap((id) => byId.get(id) ?? []),
      nextCursor: ids.length > limit && last ? encodeCursor([last]) : null,
    };
  }

  async read(id: string): Promise<StoredContact> {
    const [contact] = await this.repository.byIds([id]);
    if (!contact) throw notFound('contact');
    return contact;
  }

  create(by: Principal, fields: ContactFields): Promise<StoredContact> {
    return this.transaction.run(async () => {
      const contact = await this.editing.create(fields);
      await this.tell(by, 'contact.created', contact.id, {});
      return contact;
    });
  }

  edit(by: Principal, id: string, ifMatch: number | undefined, fields: ContactFields): Promise<StoredContact> {
    return this.transaction.run(async () => {
      const { contact, changed } = await this.editing.edit(id, ifMatch, fields);
      if (changed.length > 0) await this.tell(by, 'contact.changed', id, { fields: changed });
      return contact;
    });
  }

  private async tell(by: Principal, action: string, contactId: string, detail: Record<string, unknown>): Promise<void> {
    await this.audit.record(by, action, { type: 'contact', id: contactId }, detail);
    await this.outbox.append(contactChanged, [{ contactId }]);
  }
}
