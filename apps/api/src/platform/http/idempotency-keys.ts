import { Injectable } from '@nestjs/common';
import { Clock } from '../clock/clock.js';
import { Sql } from '../database/sql.js';
import { Encryption } from '../encryption/encryption.js';

export interface IdempotencyClaim {
  owner: string;
  key: string;
  route: string;
  /** A keyed hash of what was asked: it tells whether two requests are the same, and nothing of what is in them. */
  hash: string;
}

export interface GivenAnswer {
  status: number;
  body: unknown;
  etag: string | null;
}

const KEEP_MS = 86_400_000;

/** Answers by key, for a day. They hold whatever the answer held, a new API key too, so they are sealed. */
@Injectable()
export class IdempotencyKeys {
  constructor(
    private readonly sql: Sql,
    private readonly encryption: Encryption,
    private readonly clock: Clock,
  ) {}

  /** Takes the key, waiting for a request that holds it; returns the earlier answer when there is one. */
  async claim({ owner, key, route, hash }: IdempotencyClaim): Promise<(GivenAnswer & { hash: string }) | undefined> {
    const now = this.clock.now();
    await this.sql.rows(
      'delete from idempotency_key where owner = $1 and route = $2 and key = $3 and created_at < $4',
      [owner, route, key, new Date(now.getTime() - KEEP_MS)],
    );
    const taken = await this.sql.rows(
      'insert into idempotency_key (owner, route, key, request_hash, created_at) values ($1, $2, $3, $4, $5) on conflict do nothing returning key',
      [owner, route, key, hash, now],
    );
    if (taken.length > 0) return undefined;
    const row = await this.sql.one<{ request_hash: string; status: number | null; response: string | null }>(
      'select request_hash, status, response from idempotency_key where owner = $1 and route = $2 and key = $3',
      [owner, route, key],
    );
    if (!row) return undefined;
    const kept = row.response === null ? {} : (this.encryption.decryptJson(row.response) as Partial<GivenAnswer>);
    return { hash: row.request_hash, status: row.status ?? 200, body: kept.body, etag: kept.etag ?? null };
  }

  async keep({ owner, key, route }: IdempotencyClaim, { status, body, etag }: GivenAnswer): Promise<void> {
    const sealed = this.encryption.encryptJson({ body: body ?? null, etag });
    await this.sql.rows(
      'update idempotency_key set status = $4, response = $5::json where owner = $1 and route = $2 and key = $3',
      [owner, route, key, status, JSON.stringify(sealed)],
    );
  }

  forget(): Promise<number> {
    return this.sql.affected(
      'delete from idempotency_key where (owner, route, key) in (select owner, route, key from idempotency_key where created_at < $1 limit 1000)',
      [new Date(this.clock.now().getTime() - KEEP_MS)],
    );
  }
}
