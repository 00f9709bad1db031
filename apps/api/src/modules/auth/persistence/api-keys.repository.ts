import { Injectable } from '@nestjs/common';
import { Sql } from '../../../platform/database/sql.js';
import { Transaction } from '../../../platform/database/transaction.js';
import { ApiKey } from './api-key.entity.js';

@Injectable()
export class ApiKeyRows {
  constructor(
    private readonly transaction: Transaction,
    private readonly sql: Sql,
  ) {}

  async insert(key: ApiKey): Promise<void> {
    await this.transaction.repository(ApiKey).insert(key);
  }

  /** The newest first, one more than `limit` when there are more. */
  list(afterId: string | null, limit: number): Promise<ApiKey[]> {
    const query = this.transaction
      .repository(ApiKey)
      .createQueryBuilder('key')
      .orderBy('key.id', 'DESC')
      .take(limit + 1);
    return (afterId === null ? query : query.where('key.id < :afterId', { afterId })).getMany();
  }

  async usable(keyHash: string, now: Date): Promise<Pick<ApiKey, 'id' | 'name' | 'scopes' | 'lastUsedAt'> | undefined> {
    const [row] = await this.sql.rows<Pick<ApiKey, 'id' | 'name' | 'scopes' | 'lastUsedAt'>>(
      'select id, name, scopes, last_used_at as "lastUsedAt" from api_key where key_hash = $1 and revoked_at is null and (expires_at is null or expires_at > $2)',
      [keyHash, now],
    );
    return row;
  }

  async touch(id: string, at: Date): Promise<void> {
    await this.sql.rows('update api_key set last_used_at = $2 where id = $1', [id, at]);
  }

  /** The key it was, or undefined when there is none that is still valid. */
  revoke(id: string, at: Date): Promise<{ name: string } | undefined> {
    return this.sql.one<{ name: string }>(
      'update api_key set revoked_at = $2 where id = $1 and revoked_at is null returning name',
      [id, at],
    );
  }
}
