import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock.js';
import { Metrics } from '../../../platform/health/metrics.js';
import { type ChannelNoticeEvent, type InboundItem, TellNotices } from '../../channels/index.js';

type Notice = Omit<InboundItem, 'event'> & { event: ChannelNoticeEvent };

/** Passes on what is not about a person, and counts. */
@Injectable()
export class AccountNotices {
  constructor(
    private readonly notices: TellNotices,
    private readonly metrics: Metrics,
    private readonly clock: Clock,
  ) {}

  async receive(notices: readonly Notice[], all: readonly InboundItem[]): Promise<void> {
    if (notices.length > 0) await this.notices.tell(notices);
    for (const { event } of all) this.metrics.inbound.inc({ kind: event.kind });
    const oldest = all[0]?.receivedAt;
    if (oldest) this.metrics.inboundLag.set((this.clock.now().getTime() - oldest.getTime()) / 1000);
  }
}
