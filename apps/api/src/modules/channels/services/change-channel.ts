import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock.js';
import { givenFields } from '../../../platform/collections/given-fields.js';
import { Transaction } from '../../../platform/database/transaction.js';
import { Encryption } from '../../../platform/encryption/encryption.js';
import { notFound, staleVersion } from '../../../platform/http/domain-error.js';
import { AuditTrail, type Principal } from '../../auth/index.js';
import type { AssistantMode, ChannelEntity } from '../persistence/channel.entity.js';
import { ChannelRepository } from '../persistence/channel.repository.js';
import { Channels } from './channels.js';

export interface ChannelChange {
  name?: string;
  displayAddress?: string | null;
  /** Messages a second. */
  rate?: number;
  assistantMode?: AssistantMode;
  teamId?: string | null;
  active?: boolean;
  /** Only those that are given change. */
  credentials?: { accessToken?: string; appSecret?: string; verifyToken?: string };
}

/** An administrator changes how a channel behaves, or its keys. The audit tells what was changed, never to which secret. */
@Injectable()
export class ChangeChannel {
  constructor(
    private readonly repository: ChannelRepository,
    private readonly channels: Channels,
    private readonly encryption: Encryption,
    private readonly audit: AuditTrail,
    private readonly transaction: Transaction,
    private readonly clock: Clock,
  ) {}

  /** @throws not_found, stale_version */
  async change(
    by: Principal,
    id: string,
    version: number | undefined,
    { credentials, ...wanted }: ChannelChange,
  ): Promise<void> {
    await this.transaction.run(async () => {
      const row = await this.repository.byId(id);
      if (!row) throw notFound('channel');
      const fields = givenFields(wanted);
      const secrets = givenFields(credentials ?? {});
      const next = { ...row, ...fields, credentials: this.withSecrets(row, secrets), updatedAt: this.clock.now() };
      if (!(await this.repository.update(next, version ?? row.version))) throw staleVersion(row.version);
      await this.audit.record(
        by,
        'channel.changed',
        { type: 'channel', id },
        { fields: Object.keys(fields).sort(), credentials: Object.keys(secrets).sort() },
      );
      this.transaction.afterCommit(() => this.channels.forget());
    });
  }

  private withSecrets(row: ChannelEntity, secrets: object): string {
    if (Object.keys(secrets).length === 0) return row.credentials;
    const kept = JSON.parse(this.encryption.decrypt(row.credentials)) as object;
    return this.encryption.encrypt(JSON.stringify({ ...kept, ...secrets }));
  }
}
