import { Injectable } from '@nestjs/common';
import { Sql } from '../../../platform/database/sql.js';
import type { FoundContact } from '../domain/identify-sender.js';
import { keyOf, type LookupKey } from '../domain/sender-groups.js';

export interface NewContact {
  id: string;
  name: string | null;
  username: string | null;
  phoneSealed: string | null;
  phoneHash: string | null;
}

export interface NewIdentity {
  id: string;
  contactId: string;
  channelKind: string;
  kind: string;
  sealed: string;
  hash: string;
}

export interface ProviderChange {
  contactId: string;
  name: string | null;
  username: string | null;
  phoneSealed: string | null;
  phoneHash: string | null;
}

export interface Suggestion {
  id: string;
  keptId: string;
  otherId: string;
  reason: 'seen_together' | 'phone_variant';
}

const FIND = `
  select asked.kind, asked.hash, c.id as "contactId", c.name, c.name_source as "nameSource", c.username, c.blocked_at is not null as blocked
  from unnest($1::text[], $2::text[]) as asked (kind, hash)
  join contact_identity i on i.kind = asked.kind and i.value_hash = asked.hash
  join contact held on held.id = i.contact_id
  join contact c on c.id = coalesce(held.merged_into, held.id)`;

const ADD_CONTACTS = `
  insert into contact (id, name, username, phone_sealed, phone_hash, created_at, updated_at)
  select id, name, username, phone_sealed, phone_hash, $6, $6
  from unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::text[]) as added (id, name, username, phone_sealed, phone_hash)`;

// Everybody takes identities in the same order, so two batches of the same people wait for each other and never in a circle.
const ADD_IDENTITIES = `
  insert into contact_identity (id, contact_id, channel_kind, kind, value_sealed, value_hash, created_at)
  select id, contact_id, channel_kind, kind, sealed, hash, $7
  from unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::text[], $6::text[]) as added (id, contact_id, channel_kind, kind, sealed, hash)
  order by kind, hash
  on conflict (kind, value_hash) do nothing
  returning kind, value_hash as hash`;

const ADD_DIGITS = `
  insert into contact_phone_digit (contact_id, digests)
  select contact_id, array_agg(distinct digest) from unnest($1::uuid[], $2::bigint[]) as added (contact_id, digest) group by contact_id order by contact_id
  on conflict (contact_id) do update set digests = array(select distinct unnest(contact_phone_digit.digests || excluded.digests))
  where not contact_phone_digit.digests @> excluded.digests`;

const CHANGE = `
  with told as (
    select * from unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::text[]) as t (id, name, username, phone_sealed, phone_hash)
  ), locked as (
    select id from contact where id = any($1::uuid[]) order by id for no key update
  )
  update contact c set
    name = case when c.name_source = 'provider' then told.name else c.name end,
    username = told.username,
    phone_sealed = coalesce(told.phone_sealed, c.phone_sealed),
    phone_hash = coalesce(told.phone_hash, c.phone_hash),
    version = c.version + 1, updated_at = $6
  from told join locked on locked.id = told.id where c.id = told.id`;

const SUGGEST = `
  insert into contact_merge_suggestion (id, kept_id, other_id, reason, created_at)
  select id, kept, other, reason, $5 from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::text[]) as s (id, kept, other, reason)
  order by least(kept, other), greatest(kept, other)
  on conflict (least(kept_id, other_id), greatest(kept_id, other_id)) do nothing`;

const MOVE = `
  update contact_identity i set contact_id = moved.winner
  from unnest($1::uuid[], $2::uuid[]) as moved (loser, winner) where i.contact_id = moved.loser`;

/** The set-based statements of telling who somebody is: one round trip each, however many people. */
@Injectable()
export class IdentityRows {
  constructor(private readonly sql: Sql) {}

  async find(keys: readonly LookupKey[]): Promise<Map<string, FoundContact>> {
    type Row = FoundContact & Pick<LookupKey, 'kind' | 'hash'>;
    const rows = await this.sql.rows<Row>(FIND, [keys.map(({ kind }) => kind), keys.map(({ hash }) => hash)]);
    return new Map(rows.map(({ kind, hash, ...contact }) => [keyOf({ kind, hash }), contact]));
  }

  async addContacts(contacts: readonly NewContact[], at: Date): Promise<void> {
    const columns = [
      contacts.map((c) => c.id),
      contacts.map((c) => c.name),
      contacts.map((c) => c.username),
      contacts.map((c) => c.phoneSealed),
      contacts.map((c) => c.phoneHash),
    ];
    await this.sql.rows(ADD_CONTACTS, [...columns, at]);
  }

  /** The keys that are now theirs; the others belong to somebody, perhaps since a moment ago. */
  async addIdentities(identities: readonly NewIdentity[], at: Date): Promise<Set<string>> {
    const columns = [
      identities.map((i) => i.id),
      identities.map((i) => i.contactId),
      identities.map((i) => i.channelKind),
      identities.map((i) => i.kind),
      identities.map((i) => i.sealed),
      identities.map((i) => i.hash),
    ];
    const rows = await this.sql.rows<Pick<LookupKey, 'kind' | 'hash'>>(ADD_IDENTITIES, [...columns, at]);
    return new Set(rows.map(keyOf));
  }

  async addDigits(digits: readonly { contactId: string; digest: string }[]): Promise<void> {
    await this.sql.rows(ADD_DIGITS, [digits.map(({ contactId }) => contactId), digits.map(({ digest }) => digest)]);
  }

  /** What a provider told anew; a null phone keeps the one there is. */
  async change(changes: readonly ProviderChange[], at: Date): Promise<void> {
    const columns = [
      changes.map((c) => c.contactId),
      changes.map((c) => c.name),
      changes.map((c) => c.username),
      changes.map((c) => c.phoneSealed),
      changes.map((c) => c.phoneHash),
    ];
    await this.sql.rows(CHANGE, [...columns, at]);
  }

  async suggest(suggestions: readonly Suggestion[], at: Date): Promise<void> {
    const columns = [
      suggestions.map((s) => s.id),
      suggestions.map((s) => s.keptId),
      suggestions.map((s) => s.otherId),
      suggestions.map((s) => s.reason),
    ];
    await this.sql.rows(SUGGEST, [...columns, at]);
  }

  /** Gives contacts that were made in vain, in this very transaction, over to those who were there first. */
  async yieldTo(pairs: readonly { loser: string; winner: string }[]): Promise<void> {
    const losers = pairs.map(({ loser }) => loser);
    await this.sql.rows(MOVE, [losers, pairs.map(({ winner }) => winner)]);
    await this.sql.rows('delete from contact where id = any($1::uuid[])', [losers]);
  }

  /** Takes a phone away from a contact, with its endings. */
  async forgetPhone(contactId: string, hash: string, digests: readonly string[]): Promise<void> {
    await this.sql.rows(`delete from contact_identity where contact_id = $1 and kind = 'phone' and value_hash = $2`, [
      contactId,
      hash,
    ]);
    await this.sql.rows(
      'update contact_phone_digit set digests = array(select unnest(digests) except select unnest($2::bigint[])) where contact_id = $1',
      [contactId, digests],
    );
  }
}
