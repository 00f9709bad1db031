import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateTemplates20261121000800 implements MigrationInterface {
  name = 'CreateTemplates20261121000800';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create table message_template (
      id uuid primary key,
      channel_id uuid not null references channel (id),
      provider_template_id text not null,
      name text not null,
      language text not null,
      category text not null check (category in ('marketing', 'utility', 'authentication', 'other')),
      status text not null check (status in ('approved', 'pending', 'rejected', 'paused', 'disabled', 'deleted', 'other')),
      quality text not null default 'unknown' check (quality in ('green', 'yellow', 'red', 'unknown')),
      rejected_reason text,
      components jsonb not null,
      parameter_format text not null check (parameter_format in ('positional', 'named')),
      variables jsonb not null,
      created_at timestamptz not null,
      updated_at timestamptz not null,
      unique (channel_id, name, language)
    )`);
    await runner.query('create index message_template_provider on message_template (channel_id, provider_template_id)');
    await runner.query('create index message_template_status on message_template (status, name, id)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table message_template');
  }
}
