import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateCataloguePhotos20261129000200 implements MigrationInterface {
  name = 'CreateCataloguePhotos20261129000200';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create table catalogue_photo (
      key text primary key check (key ~ '^[0-9a-f]{32}$'),
      source_url text,
      hash text,
      content_type text,
      size integer,
      tried_at timestamptz,
      failure text,
      created_at timestamptz not null,
      check ((hash is null) = (content_type is null) and (hash is null) = (size is null)),
      check (source_url is not null or hash is not null)
    )`);
    await runner.query(`insert into catalogue_photo (key, source_url, created_at)
      select distinct on (url) left(encode(sha256(convert_to(url, 'UTF8')), 'hex'), 32), url, now()
        from catalogue_item, jsonb_array_elements_text(images) as url where url ~ '^https?://'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table catalogue_photo');
  }
}
