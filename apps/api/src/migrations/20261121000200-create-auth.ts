import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateAuth20261121000200 implements MigrationInterface {
  name = 'CreateAuth20261121000200';

  async up(runner: QueryRunner): Promise<void> {
    // The e-mail is sealed; its keyed hash is what sign-in looks up and what keeps it unique.
    await runner.query(`create table app_user (
      id uuid primary key,
      name text not null,
      email_sealed text not null,
      email_index text not null unique,
      password_hash text not null,
      roles text[] not null check (roles <@ array['admin', 'supervisor', 'advisor', 'marketing']),
      skills text[] not null default '{}',
      presence text not null default 'offline' check (presence in ('online', 'away', 'offline')),
      capacity integer not null default 20 check (capacity between 0 and 1000),
      active boolean not null default true,
      preferences jsonb not null default '{}',
      version integer not null default 1,
      created_at timestamptz not null,
      last_seen_at timestamptz
    )`);
    await runner.query('create index app_user_by_name on app_user (name, id)');

    await runner.query(`create table team (
      id uuid primary key,
      name text not null,
      version integer not null default 1,
      created_at timestamptz not null
    )`);
    await runner.query('create unique index team_name on team (plain_text(name))');
    await runner.query(`create table team_member (
      team_id uuid not null references team (id) on delete cascade,
      user_id uuid not null references app_user (id) on delete cascade,
      primary key (team_id, user_id)
    )`);
    await runner.query('create index team_member_by_user on team_member (user_id)');

    await runner.query(`create table session (
      id uuid primary key,
      token_hash text not null unique,
      user_id uuid not null references app_user (id) on delete cascade,
      address text not null,
      user_agent text not null,
      created_at timestamptz not null,
      last_used_at timestamptz not null
    ) with (fillfactor = 70)`);
    await runner.query('create index session_by_user on session (user_id)');
    await runner.query('create index session_by_age on session (last_used_at)');

    await runner.query(`create table api_key (
      id uuid primary key,
      name text not null,
      hint text not null,
      key_hash text not null unique,
      scopes text[] not null,
      created_by uuid references app_user (id),
      created_at timestamptz not null,
      expires_at timestamptz,
      revoked_at timestamptz,
      last_used_at timestamptz
    ) with (fillfactor = 70)`);

    await runner.query(`create table audit_entry (
      id uuid primary key,
      actor_kind text not null check (actor_kind in ('user', 'key', 'system')),
      actor_id uuid,
      actor_name text,
      address text,
      action text not null,
      target_type text not null,
      target_id text not null,
      detail jsonb not null,
      at timestamptz not null
    )`);
    await runner.query('create index audit_entry_by_target on audit_entry (target_type, target_id, id desc)');
    await runner.query('create index audit_entry_by_actor on audit_entry (actor_id, id desc)');
    await runner.query(`create function refuse_audit_change() returns trigger language plpgsql
      as $$ begin raise exception 'audit_entry is append-only' using errcode = 'insufficient_privilege'; end $$`);
    await runner.query(
      'create trigger audit_entry_append_only before update or delete on audit_entry for each row execute function refuse_audit_change()',
    );
    await runner.query(
      'create trigger audit_entry_no_truncate before truncate on audit_entry for each statement execute function refuse_audit_change()',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['audit_entry', 'api_key', 'session', 'team_member', 'team', 'app_user'])
      await runner.query(`drop table ${table}`);
    await runner.query('drop function refuse_audit_change()');
  }
}
