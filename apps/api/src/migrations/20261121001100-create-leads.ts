import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateLeads20261121001100 implements MigrationInterface {
  name = 'CreateLeads20261121001100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create table lead (
      id uuid primary key,
      contact_id uuid references contact (id),
      conversation_id uuid references conversation (id),
      item_id uuid references catalogue_item (id),
      source_kind text not null check (source_kind in ('link', 'ad', 'campaign', 'direct', 'manual')),
      network text,
      link_id uuid references tracked_link (id),
      click_id uuid unique references link_click (id),
      ad_id text,
      utm jsonb,
      opened_by_message uuid unique,
      state text not null default 'new' check (state in ('new', 'contacted', 'qualified', 'negotiating', 'won', 'lost')),
      lost_reason text,
      quality text check (quality in ('hot', 'warm', 'cold')),
      quality_by text check (quality_by in ('assistant', 'person', 'rules')),
      quality_reasons text[] not null default '{}',
      completeness smallint not null default 0 check (completeness between 0 and 100),
      urgency text check (urgency in ('low', 'normal', 'high', 'urgent')),
      title text,
      description text,
      city text,
      budget_amount bigint,
      budget_currency text,
      value_amount bigint,
      value_currency text,
      sale_id uuid,
      assignee_id uuid references app_user (id),
      enquiries integer not null default 1,
      first_message_at timestamptz,
      last_message_at timestamptz,
      enquired_at timestamptz not null,
      activity_at timestamptz not null,
      closed_at timestamptz,
      expired_at timestamptz,
      absorbed_by uuid references lead (id),
      version integer not null default 1,
      created_at timestamptz not null,
      updated_at timestamptz not null,
      check ((state = 'lost') = (lost_reason is not null)),
      check ((budget_amount is null) = (budget_currency is null)),
      check ((value_amount is null) = (value_currency is null))
    ) with (fillfactor = 80)`);
    // One open lead per contact and item; without an item there is one, too.
    await runner.query(`create unique index lead_open_once on lead (contact_id, item_id) nulls not distinct
      where contact_id is not null and state not in ('won', 'lost')`);
    await runner.query('create index lead_activity on lead (activity_at desc, id desc) where contact_id is not null');
    await runner.query(
      'create index lead_column on lead (state, activity_at desc, id desc) include (value_amount, value_currency) where contact_id is not null',
    );
    await runner.query('create index lead_assignee on lead (assignee_id, state) where assignee_id is not null');
    await runner.query('create index lead_contact on lead (contact_id) where contact_id is not null');
    await runner.query(
      'create index lead_conversation on lead (conversation_id, enquired_at desc) where conversation_id is not null',
    );
    await runner.query('create index lead_link on lead (link_id) where link_id is not null');
    await runner.query('create index lead_item on lead (item_id) where item_id is not null');
    await runner.query(
      'create index lead_unclaimed on lead (created_at) where contact_id is null and expired_at is null',
    );

    await runner.query(`create table lead_event (
      id uuid primary key,
      lead_id uuid not null references lead (id) on delete cascade,
      kind text not null,
      detail jsonb not null,
      by_kind text not null check (by_kind in ('user', 'key', 'assistant', 'system')),
      by_id uuid,
      at timestamptz not null
    )`);
    await runner.query('create index lead_event_lead on lead_event (lead_id, id desc)');
    await runner.query(
      `create function refuse_lead_event_change() returns trigger language plpgsql as $$ begin raise exception 'lead_event is append-only'; end $$`,
    );
    await runner.query(
      'create trigger lead_event_append_only before update on lead_event for each row execute function refuse_lead_event_change()',
    );

    // What messages said about a conversation before its lead was there, by place in the event log.
    await runner.query(`create table lead_thread (
      conversation_id uuid primary key references conversation (id),
      last_message_at timestamptz not null,
      enquiry_seq bigint not null default 0,
      reply_seq bigint not null default 0
    ) with (fillfactor = 70)`);

    await runner.query(`create table lead_assignment_rule (
      only_row boolean primary key default true check (only_row),
      mode text not null default 'manual' check (mode in ('manual', 'round_robin', 'least_busy'))
    )`);
    await runner.query('insert into lead_assignment_rule default values');
    await runner.query(`create table lead_assignment_turn (
      team_key text primary key,
      last_user_id uuid not null
    )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['lead_assignment_turn', 'lead_assignment_rule', 'lead_thread', 'lead_event', 'lead'])
      await runner.query(`drop table ${table}`);
    await runner.query('drop function refuse_lead_event_change()');
  }
}
