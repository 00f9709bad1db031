import { Injectable } from '@nestjs/common';
import { Transaction } from '../../../platform/database/transaction.js';
import type { Principal } from '../../auth/index.js';
import { ChangeChannel, type ChannelChange } from './change-channel.js';
import { OpenChannel, type WantedChannel } from './open-channel.js';
import { RegisterWithSimulator } from './register-with-simulator.js';
import { RequireTeam } from './require-team.js';
import { TestChannel } from './test-channel.js';

/** What an administrator does with channels; a sandbox channel's simulator hears of it. */
@Injectable()
export class ConnectChannels {
  constructor(
    private readonly openChannel: OpenChannel,
    private readonly changeChannel: ChangeChannel,
    private readonly testChannel: TestChannel,
    private readonly teams: RequireTeam,
    private readonly simulator: RegisterWithSimulator,
    private readonly transaction: Transaction,
  ) {}

  async open(by: Principal, wanted: WantedChannel): Promise<{ id: string; verifyToken: string | null }> {
    await this.teams.known(wanted.teamId);
    const opened = await this.openChannel.open(by, wanted);
    this.transaction.afterCommit(() => this.simulator.soon());
    return opened;
  }

  async change(by: Principal, id: string, version: number | undefined, change: ChannelChange): Promise<void> {
    await this.teams.known(change.teamId);
    await this.changeChannel.change(by, id, version, change);
    if (change.credentials) this.transaction.afterCommit(() => this.simulator.soon());
  }

  test(by: Principal, id: string): Promise<{ healthy: boolean; detail: string }> {
    return this.testChannel.test(by, id);
  }
}
