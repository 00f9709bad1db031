import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreatePlatform20261121000100 implements MigrationInterface {
  name = 'CreatePlatform20261121000100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('create extension if not exists pg_trgm');
    await runner.query('create extension if not exists unaccent');
    // unaccent() is only stable; an index needs an immutable one that names its dictionary.
    await runner.query(`create function plain_text(value text) returns text language sql immutable parallel safe strict
      as $$ select lower(public.unaccent('public.unaccent', value)) $$`);

    // Rows of the outbox live milliseconds: vacuum by count, never by share.
    await runner.query(`create table outbox (
      id bigint generated always as identity primary key,
      topic text not null,
      items json not null,
      created_at timestamptz not null default clock_timestamp()
    ) with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 5000)`);

    // One row gives every event item its place in the one global order; holding it serialises relays.
    await runner.query(`create table event_sequence (
      only_row boolean primary key default true check (only_row),
      last_seq bigint not null
    ) with (fillfactor = 20)`);
    await runner.query('insert into event_sequence (last_seq) values (0)');

    await runner.query(`create table event_log (
      last_seq bigint primary key,
      first_seq bigint not null,
      topic text not null,
      items json not null,
      recorded_at timestamptz not null
    )`);
    await runner.query('create index event_log_recorded on event_log (recorded_at)');

    await runner.query(`create table listener_cursor (
      listener text primary key,
      seq bigint not null default 0,
      moved_at timestamptz not null default clock_timestamp()
    ) with (fillfactor = 50)`);

    await runner.query(`create table parked_event (
      id uuid primary key,
      listener text not null,
      topic text not null,
      seq bigint not null,
      item json not null,
      error text not null,
      parked_at timestamptz not null,
      resolved_at timestamptz
    )`);
    await runner.query('create index parked_event_open on parked_event (parked_at) where resolved_at is null');

    await runner.query(`create table idempotency_key (
      owner text not null,
      key text not null,
      route text not null,
      request_hash text not null,
      status smallint,
      response json,
      created_at timestamptz not null,
      primary key (owner, route, key)
    )`);
    await runner.query('create index idempotency_key_age on idempotency_key (created_at)');

    // Tables ranged by UUIDv7 id get a partition a month; the bounds are the smallest ids of the month and of the next.
    await runner.query(`create function first_uuid_at(moment timestamptz) returns uuid language sql immutable parallel safe as $$
      select (substr(h, 1, 8) || '-' || substr(h, 9, 4) || '-0000-0000-000000000000')::uuid
      from (select lpad(to_hex((extract(epoch from moment) * 1000)::bigint), 12, '0') as h) x $$`);
    await runner.query(`create function ensure_month_partition(parent text, month date) returns boolean language plpgsql as $$
      declare
        first_day date := date_trunc('month', month)::date;
        part text := format('%s_%s', parent, to_char(first_day, 'YYYY_MM'));
      begin
        if to_regclass(part) is not null then return false; end if;
        execute format('create table %I partition of %I for values from (%L) to (%L)', part, parent,
          first_uuid_at(first_day::timestamp at time zone 'UTC'), first_uuid_at((first_day + interval '1 month')::timestamp at time zone 'UTC'));
        return true;
      end $$`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['idempotency_key', 'parked_event', 'listener_cursor', 'event_log', 'event_sequence', 'outbox'])
      await runner.query(`drop table ${table}`);
    await runner.query('drop function ensure_month_partition(text, date)');
    await runner.query('drop function first_uuid_at(timestamptz)');
    await runner.query('drop function plain_text(text)');
  }
}
