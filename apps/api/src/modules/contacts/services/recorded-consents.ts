import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock.js';
import { Transaction } from '../../../platform/database/transaction.js';
import { AuditTrail, type Principal } from '../../auth/index.js';
import type { ContactChannelKind } from '../domain/channel-address.js';
import type { ConsentCategory, DatedConsent } from '../domain/consent.js';
import { ConsentRows, type ConsentEntryRow } from '../persistence/consent-rows.js';
import { Consents } from './consents.js';
import { ContactBook } from './contact-book.js';

export interface RecordedConsent {
  channelKind: ContactChannelKind;
  category: ConsentCategory;
  state: DatedConsent['state'];
  /** How the customer said so. */
  text?: string;
}

/** Consent that a person writes down for a customer. */
@Injectable()
export class RecordedConsents {
  constructor(
    private readonly transaction: Transaction,
    private readonly book: ContactBook,
    private readonly consents: Consents,
    private readonly rows: ConsentRows,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  async ledger(contactId: string): Promise<ConsentEntryRow[]> {
    await this.book.read(contactId);
    return this.rows.ledger(contactId);
  }

  async record(
    by: Principal,
    contactId: string,
    { channelKind, category, state, text }: RecordedConsent,
  ): Promise<ConsentEntryRow[]> {
    return this.transaction.run(async () => {
      await this.book.read(contactId);
      const decision = {
        contactId,
        channelKind,
        category,
        by: 'advisor' as const,
        userId: by.kind === 'user' ? by.id : null,
        text: text ?? null,
        at: this.clock.now(),
      };
      await (state === 'withdrawn' ? this.consents.withdraw(decision) : this.consents.grant(decision));
      await this.audit.record(by, `consent.${state}`, { type: 'contact', id: contactId }, { channelKind, category });
      return this.rows.ledger(contactId);
    });
  }
}
