import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock.js';
import { Transaction } from '../../../platform/database/transaction.js';
import { Outbox } from '../../../platform/outbox/outbox.js';
import { channelHealthChanged, channelNotice } from '../channels.events.js';
import type { ChannelNoticeEvent } from '../domain/channel-event.js';
import type { ChannelHealth } from '../persistence/channel.entity.js';
import { ChannelRepository } from '../persistence/channel.repository.js';
import { Channels } from './channels.js';

/** Facts about a person are acted on where people are known; they never enter the log. */
const ABOUT_PEOPLE = new Set(['marketing_preference', 'identity_changed']);

/** Passes on what providers tell about accounts, numbers and templates, and keeps the channel's health true. */
@Injectable()
export class TellNotices {
  constructor(
    private readonly repository: ChannelRepository,
    private readonly channels: Channels,
    private readonly transaction: Transaction,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  async tell(notices: readonly { channelId: string; event: ChannelNoticeEvent }[]): Promise<void> {
    const open = notices.filter(({ event }) => !ABOUT_PEOPLE.has(event.notice.kind));
    await this.outbox.append(
      channelNotice,
      open.map(({ channelId, event }) => ({ channelId, at: event.at, notice: event.notice })),
    );
    for (const { channelId, event } of open) {
      if (event.notice.kind === 'account' && event.notice.severity === 'blocked')
        await this.setHealth(channelId, 'down', event.notice.event);
      if (event.notice.kind === 'account' && event.notice.severity === 'warning')
        await this.setHealth(channelId, 'degraded', event.notice.event);
    }
  }

  async setHealth(channelId: string, health: ChannelHealth, reason: string | null): Promise<void> {
    await this.transaction.run(async () => {
      const channel = await this.repository.byId(channelId);
      if (!channel || (channel.health === health && channel.healthReason === reason)) return;
      const since = channel.health === health ? channel.healthSince : this.clock.now();
      await this.repository.update(
        { ...channel, health, healthReason: reason, healthSince: since, updatedAt: this.clock.now() },
        channel.version,
      );
      await this.outbox.append(channelHealthChanged, [{ channelId, health, reason }]);
      this.transaction.afterCommit(() => this.channels.forget());
    });
  }
}
