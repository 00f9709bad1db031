import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateConversations20261121000900 implements MigrationInterface {
  name = 'CreateConversations20261121000900';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create table conversation (
      id uuid primary key,
      contact_id uuid not null references contact (id),
      channel_id uuid not null references channel (id),
      status text not null check (status in ('open', 'follow_up', 'closed')),
      priority smallint not null default 1 check (priority between 0 and 3),
      assignee_id uuid references app_user (id),
      team_id uuid references team (id),
      tags text[] not null default '{}',
      assistant_mode text not null check (assistant_mode in ('auto', 'suggest', 'off')),
      owner text not null check (owner in ('assistant', 'person', 'nobody')),
      assistant_paused_until timestamptz,
      follow_up_at timestamptz,
      close_reason text,
      inbound_count integer not null default 0,
      handled_inbound integer not null default 0,
      last_message_id uuid,
      last_message_at timestamptz,
      last_message_direction text,
      last_message_author text,
      last_message_author_id uuid,
      last_message_type text,
      last_message_preview text,
      last_inbound_at timestamptz,
      window_expires_at timestamptz,
      waiting_since timestamptz,
      first_reply_at timestamptz,
      source_network text,
      source_link_id uuid,
      source_item_id uuid,
      lead_id uuid,
      lead_state text,
      lead_quality text,
      version integer not null default 1,
      created_at timestamptz not null,
      activity_at timestamptz not null
    ) with (fillfactor = 80)`);
    await runner.query(
      `create unique index conversation_live on conversation (contact_id, channel_id) where status <> 'closed'`,
    );
    await runner.query('create index conversation_of_contact on conversation (contact_id)');
    await runner.query('create index conversation_activity on conversation (activity_at desc, id desc)');
    await runner.query(
      `create index conversation_assignee on conversation (assignee_id, activity_at desc, id desc) where assignee_id is not null`,
    );
    await runner.query(
      `create index conversation_queue on conversation (activity_at desc, id desc) where assignee_id is null and status <> 'closed'`,
    );
    await runner.query(`create index conversation_follow_up on conversation (follow_up_at) where status = 'follow_up'`);

    await runner.query(`create table conversation_seen (
      conversation_id uuid not null references conversation (id),
      user_id uuid not null references app_user (id),
      seen_inbound integer not null,
      seen_at timestamptz not null,
      primary key (conversation_id, user_id)
    ) with (fillfactor = 80)`);

    await runner.query(`create table conversation_draft (
      conversation_id uuid not null references conversation (id),
      user_id uuid not null references app_user (id),
      mode text not null check (mode in ('reply', 'note')),
      text text not null,
      updated_at timestamptz not null,
      primary key (conversation_id, user_id, mode)
    )`);

    await runner.query(`create table message (
      id uuid not null,
      conversation_id uuid not null,
      channel_id uuid not null,
      direction text not null check (direction in ('in', 'out')),
      author text not null,
      author_id uuid,
      type text not null,
      text text,
      content jsonb not null,
      provider_id text,
      sent_at timestamptz not null,
      received_at timestamptz not null,
      status smallint,
      status_times jsonb not null default '{}',
      failure jsonb,
      reply_to_id uuid,
      media_id uuid,
      reactions jsonb not null default '[]',
      client_message_id text,
      send_group_id uuid,
      offer jsonb,
      assistant_turn_id uuid,
      category text,
      edited_at timestamptz,
      deleted_at timestamptz,
      primary key (id)
    ) partition by range (id)`);
    await runner.query(
      `select ensure_month_partition('message', (current_date + make_interval(months => m))::date) from generate_series(-1, 3) m`,
    );
    await runner.query('create table message_default partition of message default');
    await runner.query('create index message_thread on message (conversation_id, sent_at desc, id desc)');
    await runner.query(
      `create index message_words on message using gin (to_tsvector('simple', plain_text(coalesce(text, '')))) where text is not null`,
    );

    // What makes a message unique for ever and finds it for a status, over all months.
    await runner.query(`create table message_key (
      channel_id uuid not null,
      provider_id text not null,
      message_id uuid not null,
      primary key (channel_id, provider_id)
    )`);

    // One message for one purpose, and one for one client id, ever.
    await runner.query('create table message_purpose (key text primary key, message_id uuid not null)');

    // A status that came before we knew its message waits here.
    await runner.query(`create table parked_status (
      id uuid primary key,
      channel_id uuid not null,
      provider_id text not null,
      event jsonb not null,
      parked_at timestamptz not null
    )`);
    await runner.query('create index parked_status_key on parked_status (channel_id, provider_id)');
    await runner.query('create index parked_status_age on parked_status (parked_at)');

    await runner.query(`create table message_attempt (
      id uuid primary key,
      message_id uuid not null,
      channel_id uuid not null,
      number smallint not null,
      started_at timestamptz not null,
      finished_at timestamptz,
      outcome text not null check (outcome in ('sending', 'accepted', 'failed', 'unknown')),
      provider_id text,
      failure jsonb
    )`);
    await runner.query('create index message_attempt_message on message_attempt (message_id)');

    await runner.query(`create table send_group (
      id uuid primary key,
      name text not null,
      state text not null check (state in ('running', 'paused', 'cancelled')),
      reason text,
      updated_at timestamptz not null
    )`);

    await runner.query(`create table send_queue (
      message_id uuid primary key,
      conversation_id uuid not null,
      channel_id uuid not null,
      send_group_id uuid references send_group (id),
      due_at timestamptz not null,
      attempts smallint not null default 0,
      lease_until timestamptz,
      attempt_id uuid
    ) with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 2000)`);
    await runner.query('create index send_queue_due on send_queue (channel_id, due_at, message_id)');
    await runner.query('create index send_queue_conversation on send_queue (conversation_id)');

    await runner.query(`create table media_asset (
      id uuid primary key,
      channel_id uuid,
      conversation_id uuid references conversation (id),
      message_id uuid,
      remote jsonb,
      state text not null check (state in ('pending', 'ready', 'failed')),
      reason text,
      hash text,
      size bigint,
      content_type text,
      declared_type text,
      file_name text,
      width integer,
      height integer,
      duration_s numeric,
      attempts smallint not null default 0,
      due_at timestamptz,
      created_at timestamptz not null,
      created_by uuid
    )`);
    await runner.query(`create index media_asset_pending on media_asset (due_at) where state = 'pending'`);
    await runner.query('create index media_asset_hash on media_asset (hash) where hash is not null');
    await runner.query('create index media_asset_conversation on media_asset (conversation_id)');
  }

  async down(runner: QueryRunner): Promise<void> {
    const tables = [
      'media_asset',
      'send_queue',
      'send_group',
      'message_attempt',
      'parked_status',
      'message_purpose',
      'message_key',
      'message',
      'conversation_draft',
      'conversation_seen',
      'conversation',
    ];
    for (const table of tables) await runner.query(`drop table ${table}`);
  }
}
