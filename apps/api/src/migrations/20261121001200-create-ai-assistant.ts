import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateAiAssistant20261121001200 implements MigrationInterface {
  name = 'CreateAiAssistant20261121001200';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create table assistant_turn (
      id uuid primary key,
      conversation_id uuid not null references conversation (id),
      message_ids uuid[] not null,
      state text not null check (state in ('waiting', 'thinking', 'answered', 'suggested', 'silent', 'failed', 'dismissed', 'used')),
      mode text not null check (mode in ('auto', 'suggest')),
      first_at timestamptz not null,
      due_at timestamptz not null,
      lease_until timestamptz,
      attempts smallint not null default 0,
      engine text,
      engine_version text,
      intents jsonb not null default '[]',
      items jsonb not null default '[]',
      slots jsonb not null default '{}',
      facts jsonb not null default '[]',
      decision jsonb,
      rejected jsonb not null default '[]',
      reply text,
      reply_message_id uuid,
      reason text,
      latency jsonb not null default '{}',
      thumb text check (thumb in ('up', 'down')),
      note text,
      created_at timestamptz not null,
      finished_at timestamptz
    )`);
    // One answer in the making a conversation: later messages of the burst join it.
    await runner.query(
      `create unique index assistant_turn_open on assistant_turn (conversation_id) where state in ('waiting', 'thinking')`,
    );
    await runner.query(
      `create index assistant_turn_due on assistant_turn (due_at) where state in ('waiting', 'thinking')`,
    );
    await runner.query('create index assistant_turn_conversation on assistant_turn (conversation_id, id desc)');

    await runner.query(`create table assistant_qualification (
      conversation_id uuid primary key references conversation (id),
      state jsonb not null,
      quality text not null check (quality in ('hot', 'warm', 'cold')),
      completeness smallint not null check (completeness between 0 and 100),
      updated_at timestamptz not null,
      expires_at timestamptz not null
    )`);

    await runner.query(`create table assistant_settings (
      only_row boolean primary key default true check (only_row),
      enabled boolean not null default true,
      qualification_days smallint not null default 7 check (qualification_days between 1 and 365),
      shipping text not null default '',
      payments text[] not null default '{}',
      warranty text not null default '',
      website text not null default '',
      wholesale_min_qty integer check (wholesale_min_qty > 0),
      version integer not null default 1
    )`);
    await runner.query('insert into assistant_settings default values');
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['assistant_settings', 'assistant_qualification', 'assistant_turn'])
      await runner.query(`drop table ${table}`);
  }
}
