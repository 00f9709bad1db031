import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateChannels20261121000700 implements MigrationInterface {
  name = 'CreateChannels20261121000700';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create table channel (
      id uuid primary key,
      kind text not null,
      name text not null,
      address text not null,
      account_id text,
      display_address text,
      base_url text not null,
      credentials text not null,
      country text not null,
      sandbox boolean not null,
      active boolean not null default true,
      rate integer not null,
      assistant_mode text not null default 'off' check (assistant_mode in ('auto', 'suggest', 'off')),
      team_id uuid,
      health text not null default 'healthy' check (health in ('healthy', 'degraded', 'down')),
      health_reason text,
      health_since timestamptz,
      version integer not null default 1,
      created_at timestamptz not null,
      updated_at timestamptz not null,
      unique (kind, address)
    )`);

    // The flight recorder: every proven webhook as it came, sealed, never changed but for its outcome.
    await runner.query(`create table webhook_receipt (
      id uuid not null,
      door text not null,
      received_at timestamptz not null,
      body text not null,
      size integer not null,
      events integer not null,
      outcome text not null check (outcome in ('accepted', 'not_understood', 'unknown_channel')),
      reason text,
      primary key (id)
    ) partition by range (id)`);
    await runner.query(
      `select ensure_month_partition('webhook_receipt', (current_date + make_interval(months => m))::date) from generate_series(-1, 3) m`,
    );
    await runner.query('create table webhook_receipt_default partition of webhook_receipt default');
    await runner.query(`create index webhook_receipt_problem on webhook_receipt (id) where outcome <> 'accepted'`);

    // What makes an event count once for ever: a hash of channel and the provider's own id.
    await runner.query(`create table channel_event (
      key uuid primary key,
      receipt_id uuid not null,
      ordinal integer not null
    )`);
    await runner.query('create index channel_event_receipt on channel_event using brin (receipt_id)');

    // What is still to be done; a row lives milliseconds.
    await runner.query(`create table inbox_pending (
      id bigint generated always as identity primary key,
      channel_id uuid not null,
      receipt_id uuid not null,
      ordinal integer not null,
      received_at timestamptz not null,
      set_aside_at timestamptz,
      error text
    ) with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 20000)`);
    await runner.query(
      'create index inbox_pending_aside on inbox_pending (set_aside_at) where set_aside_at is not null',
    );

    await runner.query(`create table door_count (
      door text not null,
      day date not null,
      bad_signatures bigint not null default 0,
      primary key (door, day)
    )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['door_count', 'inbox_pending', 'channel_event', 'webhook_receipt', 'channel'])
      await runner.query(`drop table ${table}`);
  }
}
