import { Injectable } from '@nestjs/common';
import { Transaction } from '../../../platform/database/transaction.js';
import { AuditTrail, type Principal } from '../../auth/index.js';
import { Channels } from './channels.js';
import { TellNotices } from './tell-notices.js';

const LONGEST_DETAIL = 300;

/** Asks the provider whether a channel's credentials work, and lets the channel's health say what it heard. */
@Injectable()
export class TestChannel {
  constructor(
    private readonly channels: Channels,
    private readonly notices: TellNotices,
    private readonly audit: AuditTrail,
    private readonly transaction: Transaction,
  ) {}

  /** @throws not_found */
  async test(by: Principal, id: string): Promise<{ healthy: boolean; detail: string }> {
    const { adapter, connection } = await this.channels.connect(id);
    const { healthy, detail } = await adapter.check(connection);
    await this.transaction.run(async () => {
      await this.notices.setHealth(id, healthy ? 'healthy' : 'down', healthy ? null : detail.slice(0, LONGEST_DETAIL));
      await this.audit.record(by, 'channel.tested', { type: 'channel', id }, { healthy });
    });
    return { healthy, detail };
  }
}
