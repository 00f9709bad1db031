import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateLinks20261121001000 implements MigrationInterface {
  name = 'CreateLinks20261121001000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create table tracked_link (
      id uuid primary key,
      slug text not null unique,
      item_id uuid references catalogue_item (id),
      network text not null check (network in ('facebook', 'instagram', 'google', 'website', 'tiktok', 'email', 'qr', 'other')),
      name text not null,
      channel_id uuid not null references channel (id),
      message text,
      utm jsonb not null,
      active boolean not null default true,
      archived_at timestamptz,
      created_by uuid,
      version integer not null default 1,
      created_at timestamptz not null,
      updated_at timestamptz not null
    )`);
    await runner.query(
      'create unique index tracked_link_once on tracked_link (item_id, network, name) nulls not distinct where archived_at is null',
    );
    await runner.query('create index tracked_link_newest on tracked_link (id desc) where archived_at is null');
    await runner.query(
      `create index tracked_link_name_search on tracked_link using gin (plain_text(name) gin_trgm_ops)`,
    );
    await runner.query('create index tracked_link_item on tracked_link (item_id) where item_id is not null');
    await runner.query('create index tracked_link_channel on tracked_link (channel_id)');

    // Neither addresses nor agents are kept, only keyed hashes of them.
    await runner.query(`create table link_click (
      id uuid primary key,
      link_id uuid not null references tracked_link (id) on delete cascade,
      kind text not null check (kind in ('human', 'bot', 'preview', 'prefetch')),
      claim_code text unique,
      at timestamptz not null,
      visitor_hash text,
      network_hash text,
      referrer_host text,
      agent_family text not null,
      utm jsonb,
      claimed_by_message uuid unique,
      claimed_at timestamptz,
      conversation_id uuid,
      check ((kind = 'human') = (claim_code is not null))
    )`);
    await runner.query(`create index link_click_human on link_click (link_id, at) where kind = 'human'`);
    await runner.query(
      `create index link_click_open on link_click (link_id, visitor_hash, at) where kind = 'human' and claimed_at is null`,
    );
    await runner.query(
      'create index link_click_conversation on link_click (conversation_id) where conversation_id is not null',
    );

    await runner.query(`create table attribution (
      message_id uuid primary key,
      conversation_id uuid not null,
      contact_id uuid references contact (id),
      source text not null check (source in ('link', 'ad', 'campaign', 'direct')),
      network text,
      link_id uuid references tracked_link (id) on delete set null,
      click_id uuid references link_click (id) on delete set null,
      item_id uuid,
      ad_id text,
      claim_code text,
      at timestamptz not null
    )`);
    await runner.query('create index attribution_link on attribution (link_id, at) where link_id is not null');
    await runner.query('create index attribution_conversation on attribution (conversation_id, at)');
    await runner.query('create index attribution_contact on attribution (contact_id) where contact_id is not null');
    // A code may arrive before its click is stored.
    await runner.query(
      'create index attribution_unknown_code on attribution (claim_code) where claim_code is not null and link_id is null',
    );

    // What became of a link's enquiries; told by whoever keeps the deals.
    await runner.query(`create table link_outcome (
      deal_id uuid primary key,
      link_id uuid not null references tracked_link (id) on delete cascade,
      won boolean not null
    )`);
    await runner.query('create index link_outcome_link on link_outcome (link_id) include (won)');
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['link_outcome', 'attribution', 'link_click', 'tracked_link'])
      await runner.query(`drop table ${table}`);
  }
}
