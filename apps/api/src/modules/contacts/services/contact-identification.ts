import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock.js';
import { Transaction } from '../../../platform/database/transaction.js';
import { Encryption } from '../../../platform/encryption/encryption.js';
import { newId } from '../../../platform/ids/uuid.js';
import type { IdentityChange, ResolvedContact, ResolveSender } from '../contacts.types.js';
import { identifySender, type FoundContact } from '../domain/identify-sender.js';
import { groupSenders, keyOf, type SenderGroup } from '../domain/sender-groups.js';
import { IdentityRows } from '../persistence/identity-rows.js';
import { ProviderProfiles, type SeenPerson } from './provider-profiles.js';
import { SenderKeys } from './sender-keys.js';

/** Tells who somebody is. */
@Injectable()
export class ContactIdentification {
  constructor(
    private readonly transaction: Transaction,
    private readonly rows: IdentityRows,
    private readonly keys: SenderKeys,
    private readonly encryption: Encryption,
    private readonly profiles: ProviderProfiles,
    private readonly clock: Clock,
  ) {}

  /**
   * Finds or creates the contact of up to 500 senders, by their keys: one statement when all are known, five or so when some are new, whatever their
   * number. Joins the caller's transaction, or makes one. Several processes may meet the same new person at once: one contact comes of it.
   */
  async resolve(senders: readonly ResolveSender[]): Promise<Map<string, ResolvedContact>> {
    if (senders.length === 0) return new Map();
    return this.transaction.run(async () => {
      const at = this.clock.now();
      const groups = groupSenders(senders.map((sender) => this.keys.of(sender)));
      const found = await this.rows.find(groups.flatMap((group) => [...group.own, ...group.alike, ...group.perhaps]));
      const people = groups.map((group) => personOf(group, found));
      await this.addNewcomers(
        people.filter((person) => person.isNew),
        at,
      );
      const won = await this.addIdentities(people, at);
      await this.yieldToFirst(
        people.filter((person) => person.isNew && person.adds.some((key) => !won.has(keyOf(key)))),
      );
      await this.profiles.update(people, won, at);
      return new Map(
        people.flatMap((person) =>
          person.group.keys.map((key) => [
            key,
            { contactId: person.contactId, isNew: person.isNew, blocked: person.blocked },
          ]),
        ),
      );
    });
  }

  /**
   * The provider gave somebody a new identity: whoever had the previous one has both from now on. When the new one already belongs to
   * another contact, both stay and a merge is suggested. The contact's id; null when the previous identity is unknown.
   */
  async applyIdentityChange({ channelKind, previous, current, phone }: IdentityChange): Promise<string | null> {
    return this.transaction.run(async () => {
      if (!(await this.rows.find([this.keys.identity(previous)])).size) return null;
      const sender = {
        key: 'changed',
        channelKind,
        identities: [previous, current],
        ...(phone === undefined ? {} : { phone }),
      };
      return (await this.resolve([sender])).get('changed')?.contactId ?? null;
    });
  }

  private async addNewcomers(newcomers: readonly SeenPerson[], at: Date): Promise<void> {
    if (newcomers.length === 0) return;
    const contacts = newcomers.map(({ contactId, group }) => {
      const phone = group.own.find(({ kind }) => kind === 'phone');
      return {
        id: contactId,
        name: group.name ?? null,
        username: group.username ?? null,
        phoneSealed: phone ? this.encryption.encrypt(phone.value) : null,
        phoneHash: phone?.hash ?? null,
      };
    });
    await this.rows.addContacts(contacts, at);
  }

  private async addIdentities(people: readonly SeenPerson[], at: Date): Promise<Set<string>> {
    const added = people.flatMap(({ contactId, group, adds }) =>
      adds.map(({ kind, value, hash }) => ({
        id: newId(),
        contactId,
        channelKind: group.channelKind,
        kind,
        sealed: this.encryption.encrypt(value),
        hash,
      })),
    );
    return added.length === 0 ? new Set() : this.rows.addIdentities(added, at);
  }

  /** Somebody else made the same person between our look and our insert, and has committed: theirs stays, ours goes. */
  private async yieldToFirst(late: readonly SeenPerson[]): Promise<void> {
    if (late.length === 0) return;
    const found = await this.rows.find(late.flatMap(({ group }) => group.own));
    const pairs = late.flatMap((person) => {
      const loser = person.contactId;
      const first = person.group.own
        .map((key) => found.get(keyOf(key)))
        .find((contact) => contact !== undefined && contact.contactId !== loser);
      if (!first) return [];
      Object.assign(person, { contactId: first.contactId, isNew: false, blocked: first.blocked, before: first });
      return [{ loser, winner: first.contactId }];
    });
    if (pairs.length > 0) await this.rows.yieldTo(pairs);
  }
}

function personOf(group: SenderGroup, found: ReadonlyMap<string, FoundContact>): SeenPerson {
  const identified = identifySender(group, found);
  if (identified.kind === 'unknown')
    return {
      group,
      contactId: newId(),
      isNew: true,
      blocked: false,
      before: null,
      adds: group.own,
      together: [],
      maybe: identified.maybe,
    };
  const { contact, missing, together, maybe } = identified;
  return {
    group,
    contactId: contact.contactId,
    isNew: false,
    blocked: contact.blocked,
    before: contact,
    adds: missing,
    together,
    maybe,
  };
}
