import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateContacts20261121000500 implements MigrationInterface {
  name = 'CreateContacts20261121000500';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create table contact (
      id uuid primary key,
      name text,
      name_source text not null default 'provider' check (name_source in ('provider', 'person')),
      username text,
      phone_sealed text,
      phone_hash text,
      email_sealed text,
      email_hash text,
      city text,
      language text,
      type text not null default 'retail' check (type in ('retail', 'wholesale')),
      tags text[] not null default '{}',
      attributes jsonb not null default '{}',
      blocked_at timestamptz,
      merged_into uuid references contact (id),
      erased_at timestamptz,
      version integer not null default 1,
      created_at timestamptz not null,
      updated_at timestamptz not null
    )`);
    await runner.query('create index contact_phone on contact (phone_hash) where phone_hash is not null');
    await runner.query('create index contact_email on contact (email_hash) where email_hash is not null');
    await runner.query('create index contact_merged on contact (merged_into) where merged_into is not null');
    await runner.query('create index contact_tags on contact using gin (tags)');
    await runner.query(
      `create index contact_name_search on contact using gin (plain_text(coalesce(name, '') || ' ' || coalesce(username, '')) gin_trgm_ops)`,
    );

    // A phone is an identity too, of kind 'phone': one unique key decides every race about who somebody is.
    await runner.query(`create table contact_identity (
      id uuid primary key,
      contact_id uuid not null references contact (id),
      channel_kind text not null,
      kind text not null check (kind in ('wa_id', 'bsuid', 'igsid', 'lid', 'phone')),
      value_sealed text not null,
      value_hash text not null,
      created_at timestamptz not null,
      unique (kind, value_hash)
    )`);
    await runner.query('create index contact_identity_contact on contact_identity (contact_id)');

    // One row a contact with a keyed hash for each ending: seven index entries go into one pending list instead of seven places of a tree.
    await runner.query(`create table contact_phone_digit (
      contact_id uuid primary key references contact (id),
      digests bigint[] not null
    )`);
    await runner.query(
      'create index contact_phone_digit_digests on contact_phone_digit using gin (digests) with (fastupdate = on, gin_pending_list_limit = 4096)',
    );

    await runner.query(`create table contact_merge_suggestion (
      id uuid primary key,
      kept_id uuid not null references contact (id),
      other_id uuid not null references contact (id),
      reason text not null check (reason in ('seen_together', 'phone_variant')),
      created_at timestamptz not null,
      check (kept_id <> other_id)
    )`);
    await runner.query(
      'create unique index contact_merge_suggestion_pair on contact_merge_suggestion (least(kept_id, other_id), greatest(kept_id, other_id))',
    );
    await runner.query('create index contact_merge_suggestion_other on contact_merge_suggestion (other_id)');
    await runner.query('create index contact_merge_suggestion_kept on contact_merge_suggestion (kept_id)');

    await runner.query(`create table consent_entry (
      id uuid primary key,
      contact_id uuid not null references contact (id),
      channel_kind text not null,
      category text not null check (category in ('marketing', 'utility', 'service')),
      state text not null check (state in ('granted', 'withdrawn')),
      source text not null check (source in ('message', 'form', 'link', 'import', 'provider_preference', 'advisor')),
      user_id uuid,
      text text,
      message_id uuid,
      at timestamptz not null,
      recorded_at timestamptz not null
    )`);
    await runner.query('create index consent_entry_contact on consent_entry (contact_id, at)');
    // Only the erasure of a person, which says so in its transaction, may take entries away.
    await runner.query(`create function refuse_consent_change() returns trigger language plpgsql as $$
      begin
        if tg_op = 'DELETE' then
          if current_setting('hilo.erasing', true) = old.contact_id::text then return old; end if;
        end if;
        raise exception 'consent_entry is append-only';
      end $$`);
    await runner.query(
      'create trigger consent_entry_append_only before update or delete on consent_entry for each row execute function refuse_consent_change()',
    );
    await runner.query(
      'create trigger consent_entry_no_truncate before truncate on consent_entry for each statement execute function refuse_consent_change()',
    );

    await runner.query(`create table consent_state (
      contact_id uuid not null references contact (id),
      channel_kind text not null,
      category text not null,
      state text not null check (state in ('granted', 'withdrawn')),
      at timestamptz not null,
      entry_id uuid not null,
      primary key (contact_id, channel_kind, category)
    )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of [
      'consent_state',
      'consent_entry',
      'contact_merge_suggestion',
      'contact_phone_digit',
      'contact_identity',
      'contact',
    ])
      await runner.query(`drop table ${table}`);
    await runner.query('drop function refuse_consent_change()');
  }
}
