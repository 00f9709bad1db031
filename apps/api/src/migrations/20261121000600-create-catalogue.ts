import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateCatalogue20261121000600 implements MigrationInterface {
  name = 'CreateCatalogue20261121000600';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create table catalogue_item (
      id uuid primary key,
      kind text not null check (kind in ('product', 'property', 'service')),
      sku text not null unique,
      name text not null,
      brand text,
      category text not null,
      attributes jsonb not null default '{}',
      description text not null default '',
      price_retail bigint not null check (price_retail >= 0),
      price_wholesale bigint check (price_wholesale >= 0),
      currency text not null check (currency ~ '^[A-Z]{3}$'),
      stock integer check (stock >= 0),
      images jsonb not null default '[]',
      url text,
      status text not null default 'active' check (status in ('active', 'archived')),
      search_text text not null,
      version integer not null default 1,
      created_at timestamptz not null,
      updated_at timestamptz not null
    )`);
    await runner.query('create index catalogue_item_category on catalogue_item (category, status)');

    await runner.query(`create table faq_entry (
      id uuid primary key,
      question text not null,
      answer text not null,
      tags text[] not null default '{}',
      status text not null default 'active' check (status in ('active', 'archived')),
      version integer not null default 1,
      created_at timestamptz not null,
      updated_at timestamptz not null
    )`);

    // Whoever keeps the catalogue in memory compares this number: any change moves it, inside the same transaction.
    await runner.query(`create table catalogue_revision (
      only_row boolean primary key default true check (only_row),
      revision bigint not null
    )`);
    await runner.query('insert into catalogue_revision (revision) values (1)');
    await runner.query(`create function move_catalogue_revision() returns trigger language plpgsql as $$
      begin update catalogue_revision set revision = revision + 1; return null; end $$`);
    for (const table of ['catalogue_item', 'faq_entry'])
      await runner.query(
        `create trigger ${table}_revision after insert or update or delete or truncate on ${table} for each statement execute function move_catalogue_revision()`,
      );
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['catalogue_revision', 'faq_entry', 'catalogue_item'])
      await runner.query(`drop table ${table}`);
    await runner.query('drop function move_catalogue_revision()');
  }
}
