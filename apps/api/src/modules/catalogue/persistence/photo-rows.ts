import { Injectable } from '@nestjs/common';
import { Sql } from '../../../platform/database/sql.js';
import { keyOfUrl } from '../domain/photo.js';

export interface KeptPhoto {
  /** SHA-256 of the bytes, which is their name in the storage. */
  hash: string;
  contentType: string;
  size: number;
}

export interface PhotoRow {
  key: string;
  sourceUrl: string | null;
  kept: KeptPhoto | null;
  /** When its address was last asked in vain. */
  failedAt: Date | null;
}

/** Photos by their keys: those that were uploaded, and those that an address leads to. */
@Injectable()
export class PhotoRows {
  constructor(private readonly sql: Sql) {}

  async byKey(key: string): Promise<PhotoRow | undefined> {
    const row = await this.sql.one<{
      source_url: string | null;
      hash: string | null;
      content_type: string | null;
      size: number | null;
      failed_at: Date | null;
    }>(
      `select source_url, hash, content_type, size, case when failure is not null then tried_at end as failed_at from catalogue_photo where key = $1`,
      [key],
    );
    if (!row) return undefined;
    const { hash, content_type: contentType, size } = row;
    return {
      key,
      sourceUrl: row.source_url,
      kept: hash !== null && contentType !== null && size !== null ? { hash, contentType, size } : null,
      failedAt: row.failed_at,
    };
  }

  async uploaded(key: string, { hash, contentType, size }: KeptPhoto, at: Date): Promise<void> {
    await this.sql.rows(
      'insert into catalogue_photo (key, hash, content_type, size, created_at) values ($1, $2, $3, $4, $5) on conflict (key) do nothing',
      [key, hash, contentType, size, at],
    );
  }

  /** From now on these addresses may be fetched, each once. */
  async expect(urls: readonly string[], at: Date): Promise<void> {
    if (urls.length === 0) return;
    await this.sql.rows(
      'insert into catalogue_photo (key, source_url, created_at) select key, url, $3 from unnest($1::text[], $2::text[]) as t (key, url) on conflict (key) do nothing',
      [urls.map(keyOfUrl), urls, at],
    );
  }

  async fetched(key: string, { hash, contentType, size }: KeptPhoto, at: Date): Promise<void> {
    await this.sql.rows(
      'update catalogue_photo set hash = $2, content_type = $3, size = $4, tried_at = $5, failure = null where key = $1',
      [key, hash, contentType, size, at],
    );
  }

  /** Whether some photo has these bytes. */
  async anyOf(hash: string): Promise<boolean> {
    return (await this.sql.one('select 1 from catalogue_photo where hash = $1 limit 1', [hash])) !== undefined;
  }

  async failed(key: string, failure: string, at: Date): Promise<void> {
    await this.sql.rows('update catalogue_photo set tried_at = $2, failure = $3 where key = $1', [key, at, failure]);
  }
}
