import { Injectable } from '@nestjs/common';
import { Encryption } from '../../../platform/encryption/encryption.js';
import { newId } from '../../../platform/ids/uuid.js';
import { Outbox } from '../../../platform/outbox/outbox.js';
import { contactChanged } from '../contacts.events.js';
import { profileChange, type FoundContact } from '../domain/identify-sender.js';
import { keyOf, type LookupKey, type SenderGroup } from '../domain/sender-groups.js';
import { IdentityRows, type ProviderChange, type Suggestion } from '../persistence/identity-rows.js';

/** One person of a batch, while it is being identified. */
export interface SeenPerson {
  group: SenderGroup;
  contactId: string;
  isNew: boolean;
  blocked: boolean;
  /** The contact as it was found; null for a new one. */
  before: FoundContact | null;
  /** Identities that this person is to get. */
  adds: readonly LookupKey[];
  together: readonly string[];
  maybe: readonly string[];
}

/** Keeps what providers tell of people up to date: names, phones, and who might be one person. */
@Injectable()
export class ProviderProfiles {
  constructor(
    private readonly rows: IdentityRows,
    private readonly encryption: Encryption,
    private readonly outbox: Outbox,
  ) {}

  /** `won` holds the keys that were added by this very batch. */
  async update(people: readonly SeenPerson[], won: ReadonlySet<string>, at: Date): Promise<void> {
    const phones = people.flatMap((person) =>
      person.adds.filter((key) => key.kind === 'phone' && won.has(keyOf(key))).map((key) => ({ person, key })),
    );
    const digits = phones.flatMap(({ person, key }) =>
      this.encryption.phoneIndexes(key.value).map((digest) => ({ contactId: person.contactId, digest })),
    );
    if (digits.length > 0) await this.rows.addDigits(digits);

    const phoneOf = new Map(phones.map(({ person, key }) => [person, key]));
    const changes = new Map(
      people
        .flatMap((person) => this.changeOf(person, phoneOf.get(person)) ?? [])
        .map((change) => [change.contactId, change]),
    );
    if (changes.size > 0) {
      await this.rows.change([...changes.values()], at);
      await this.outbox.append(
        contactChanged,
        [...changes.keys()].map((contactId) => ({ contactId })),
      );
    }

    const suggestions = people.flatMap(suggestionsOf);
    if (suggestions.length > 0) await this.rows.suggest(suggestions, at);
  }

  private changeOf(person: SeenPerson, phone: LookupKey | undefined): ProviderChange | undefined {
    if (person.before === null) return undefined;
    const profile = profileChange(person.before, person.group);
    if (profile === undefined && phone === undefined) return undefined;
    const { name, username } = profile ?? person.before;
    return {
      contactId: person.contactId,
      name,
      username,
      phoneSealed: phone ? this.encryption.encrypt(phone.value) : null,
      phoneHash: phone?.hash ?? null,
    };
  }
}

function suggestionsOf({ contactId, together, maybe }: SeenPerson): Suggestion[] {
  const because =
    (reason: Suggestion['reason']) =>
    (otherId: string): Suggestion => ({ id: newId(), keptId: contactId, otherId, reason });
  return [...together.map(because('seen_together')), ...maybe.map(because('phone_variant'))].filter(
    (suggestion) => suggestion.keptId !== suggestion.otherId,
  );
}
