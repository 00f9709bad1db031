import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateNotifications20261121000400 implements MigrationInterface {
  name = 'CreateNotifications20261121000400';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create table notification (
      id uuid primary key,
      user_id uuid not null references app_user (id) on delete cascade,
      kind text not null,
      title text not null,
      params jsonb not null default '{}',
      link text,
      priority text not null check (priority in ('normal', 'high', 'urgent')),
      purpose_key text not null,
      created_at timestamptz not null,
      read_at timestamptz,
      unique (user_id, purpose_key)
    )`);
    await runner.query('create index notification_by_user on notification (user_id, id desc)');
    await runner.query('create index notification_unread on notification (user_id, id desc) where read_at is null');
    await runner.query('create index notification_age on notification (created_at)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table notification');
  }
}
