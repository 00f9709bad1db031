import { keyOf, type LookupKey, type SenderGroup } from './sender-groups.js';

/** A contact as the look-up found it, merged ones already followed to the one they became. */
export interface FoundContact {
  contactId: string;
  name: string | null;
  nameSource: 'provider' | 'person';
  username: string | null;
  blocked: boolean;
}

export type Identified =
  | { kind: 'unknown'; maybe: string[] }
  | {
      kind: 'known';
      contact: FoundContact;
      /** Ways to know this person that nobody holds yet. */
      missing: LookupKey[];
      /** Other contacts that the same sender points to: a person must decide. */
      together: string[];
      maybe: string[];
    };

/**
 * Whose message this is. The contact of the most durable identity wins, then the phone's, then another spelling of the phone's;
 * nothing is ever merged here.
 */
export function identifySender(group: SenderGroup, found: ReadonlyMap<string, FoundContact>): Identified {
  const of = (keys: readonly LookupKey[]): FoundContact[] => keys.flatMap((key) => found.get(keyOf(key)) ?? []);
  const candidates = [...of(group.own), ...of(group.alike)];
  const contact = candidates[0];
  const others = (contacts: readonly FoundContact[]): string[] =>
    [...new Set(contacts.map(({ contactId }) => contactId))].filter((id) => id !== contact?.contactId);
  if (contact === undefined) return { kind: 'unknown', maybe: others(of(group.perhaps)) };
  const together = others(candidates);
  return {
    kind: 'known',
    contact,
    missing: group.own.filter((key) => !found.has(keyOf(key))),
    together,
    maybe: others(of(group.perhaps)).filter((id) => !together.includes(id)),
  };
}

/** What the provider's profile changes of a contact; undefined when nothing. A name that a person wrote stays. */
export function profileChange(
  contact: Omit<FoundContact, 'contactId' | 'blocked'>,
  told: { name?: string; username?: string },
): { name: string | null; username: string | null } | undefined {
  const name = contact.nameSource === 'provider' && told.name !== undefined ? told.name : contact.name;
  const username = told.username ?? contact.username;
  return name === contact.name && username === contact.username ? undefined : { name, username };
}

/** A provider's free text as a name: one line, no control or direction characters, at most 200; undefined when nothing is left. */
export function readableName(text: string | undefined): string | undefined {
  const clean = text
    ?.normalize('NFC')
    .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .replace(/[\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu, '')
    .replace(/\s+/gu, ' ')
    .trim();
  return clean ? [...clean].slice(0, 200).join('').trim() : undefined;
}
