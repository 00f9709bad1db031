import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock.js';
import { Transaction } from '../../../platform/database/transaction.js';
import { newId } from '../../../platform/ids/uuid.js';
import { Outbox } from '../../../platform/outbox/outbox.js';
import { consentChanged } from '../contacts.events.js';
import { channelsOfMedium, type ContactChannelKind } from '../domain/channel-address.js';
import {
  currentConsent,
  type ConsentCategory,
  type ConsentDecision,
  type ConsentState,
  type DatedConsent,
} from '../domain/consent.js';
import { ConsentRows } from '../persistence/consent-rows.js';

/** Who wants to be written to, by which medium, about what. */
@Injectable()
export class Consents {
  constructor(
    private readonly transaction: Transaction,
    private readonly rows: ConsentRows,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** Today's word of each contact, by id; every id asked for is answered. A refusal on one WhatsApp number counts for all of them. */
  async consentFor(
    contactIds: readonly string[],
    channelKind: ContactChannelKind,
    category: ConsentCategory,
  ): Promise<Map<string, ConsentState>> {
    if (contactIds.length === 0) return new Map();
    const spoken = new Map<string, DatedConsent[]>();
    for (const row of await this.rows.current(contactIds, channelsOfMedium(channelKind), [category]))
      spoken.set(row.contactId, [...(spoken.get(row.contactId) ?? []), row]);
    return new Map(contactIds.map((id) => [id, currentConsent(spoken.get(id) ?? [])]));
  }

  /** Joins the caller's transaction. */
  withdraw(decision: ConsentDecision): Promise<void> {
    return this.record('withdrawn', decision);
  }

  /** Joins the caller's transaction. */
  grant(decision: ConsentDecision): Promise<void> {
    return this.record('granted', decision);
  }

  private async record(state: DatedConsent['state'], decision: ConsentDecision): Promise<void> {
    await this.transaction.run(async () => {
      const entryId = newId();
      await this.rows.add(entryId, state, decision, this.clock.now());
      if (!(await this.rows.settle(entryId, state, decision))) return;
      const { contactId, channelKind, category } = decision;
      await this.outbox.append(consentChanged, [{ contactId, channelKind, category, state }]);
    });
  }
}
