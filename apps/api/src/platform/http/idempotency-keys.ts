import { Injectable } from '@nestjs/common';
import { Clock } from '../clock/clock.js';
import { Sql } from '../database/sql.js';

export interface IdempotencyClaim {
  owner: string;
  key: string;
  route: string;
  hash: string;
}

const KEEP_MS = 86_400_000;

@Injectable()
export class IdempotencyKeys {
  constructor(
    private readonly sql: Sql,
    private readonly clock: Clock,
  ) {}

  /** Takes the key, waiting for a request that holds it; returns the earlier answer when there is one. */
  async claim({ owner, key, route, hash }: IdempotencyClaim): Promise<{ hash: string; status: number; response: unknown } | undefined> {
    const now = this.clock.now();
    await this.sql.rows('delete from idempotency_key where owner = $1 and route = $2 and key = $3 and created_at < $4', [owner, route, key, new Date(now.getTime() - KEEP_MS)]);
    const taken = await this.sql.rows('insert into idempotency_key (owner, route, key, request_hash, created_at) values ($1, $2, $3, $4, $5) on conflict do nothing returning key', [owner, route, key, hash, now]);
    if (taken.length > 0) return undefined;
    const [row] = await this.sql.rows<{ request_hash: string; status: number; response: unknown }>('select request_hash, status, response from idempotency_key where owner = $1 and route = $2 and key = $3', [owner, route, key]);
    return row && { hash: row.request_hash, status: row.status ?? 200, response: row.response };
  }

  async keep({ owner, key, route }: IdempotencyClaim, status: number, response: unknown): Promise<void> {
    await this.sql.rows('update idempotency_key set status = $4, response = $5::json where owner = $1 and route = $2 and key = $3', [owner, route, key, status, JSON.stringify(response ?? null)]);
  }

  forget(): Promise<number> {
    return this.sql.affected('delete from idempotency_key where (owner, route, key) in (select owner, route, key from idempotency_key where created_at < $1 limit 1000)', [new Date(this.clock.now().getTime() - KEEP_MS)]);
  }
}
