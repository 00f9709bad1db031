import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock.js';
import { pageOf, type Page } from '../../../platform/database/keyset-page.js';
import { placeById } from '../../../platform/database/place-in-list.js';
import { Transaction } from '../../../platform/database/transaction.js';
import { notFound } from '../../../platform/http/domain-error.js';
import { newId } from '../../../platform/ids/uuid.js';
import { RealtimePublisher } from '../../../platform/realtime/realtime-publisher.js';
import { scopesNotHeld } from '../auth.errors.js';
import { PERMISSIONS, type Permission } from '../domain/permissions.js';
import type { Principal } from '../domain/principal.js';
import { newApiKey } from '../domain/secret-tokens.js';
import type { ApiKey } from '../persistence/api-key.entity.js';
import { ApiKeyRows } from '../persistence/api-keys.repository.js';
import { AuditTrail } from './audit-trail.js';

export interface NewApiKey {
  name: string;
  scopes: readonly Permission[] | 'all';
  expiresAt?: Date;
}

/** Keys of other systems. Nobody gives away more than they hold. */
@Injectable()
export class ApiKeys {
  constructor(
    private readonly rows: ApiKeyRows,
    private readonly audit: AuditTrail,
    private readonly transaction: Transaction,
    private readonly realtime: RealtimePublisher,
    private readonly clock: Clock,
  ) {}

  /** `key` is told this once. @throws DomainError `validation_failed` when the scopes exceed the giver's. */
  async create(
    by: Principal | 'system',
    { name, scopes, expiresAt }: NewApiKey,
  ): Promise<{ row: ApiKey; key: string }> {
    const wanted =
      scopes === 'all'
        ? PERMISSIONS.filter((scope) => holds(by, scope))
        : PERMISSIONS.filter((scope) => scopes.includes(scope));
    if (!wanted.every((scope) => holds(by, scope))) throw scopesNotHeld();
    const { key, hash, hint } = newApiKey();
    const row: ApiKey = {
      id: newId(),
      name: name.trim(),
      hint,
      keyHash: hash,
      scopes: wanted,
      createdBy: by !== 'system' && by.kind === 'user' ? by.id : null,
      createdAt: this.clock.now(),
      expiresAt: expiresAt ?? null,
      revokedAt: null,
      lastUsedAt: null,
    };
    await this.transaction.run(async () => {
      await this.rows.insert(row);
      await this.audit.record(by, 'api-key.created', { type: 'api-key', id: row.id }, { scopes: wanted });
    });
    return { row, key };
  }

  async list(limit: number, cursor: string | undefined): Promise<Page<ApiKey>> {
    return pageOf(
      await this.rows.list(placeById(cursor), limit),
      limit,
      ({ id }) => [id],
      (row) => row,
    );
  }

  /** From this moment on the key opens nothing, and its sockets are cut. */
  async revoke(by: Principal | 'system', id: string): Promise<void> {
    await this.transaction.run(async () => {
      const revoked = await this.rows.revoke(id, this.clock.now());
      if (!revoked) throw notFound('API key');
      await this.audit.record(by, 'api-key.revoked', { type: 'api-key', id });
      this.transaction.afterCommit(() => this.realtime.disconnect(`key:${id}`));
    });
  }
}

const holds = (by: Principal | 'system', scope: Permission): boolean => by === 'system' || by.permissions.has(scope);
