import { Injectable } from '@nestjs/common';
import type { ChannelNoticeEvent, InboundItem } from '../../channels/index.js';
import { Consents, ContactIdentification } from '../../contacts/index.js';

type Notice = Omit<InboundItem, 'event'> & { event: ChannelNoticeEvent };

/** What a provider tells about a person: a new identity, a word on marketing. */
@Injectable()
export class ReceivePersonNotices {
  constructor(
    private readonly identification: ContactIdentification,
    private readonly consents: Consents,
  ) {}

  async receive(notices: readonly Notice[]): Promise<void> {
    for (const { channelKind, event } of notices) {
      const { notice } = event;
      if (notice.kind === 'identity_changed') {
        await this.identification.applyIdentityChange({
          channelKind,
          previous: notice.previous,
          current: notice.current,
          ...(notice.sender.phone && { phone: notice.sender.phone }),
        });
      }
      if (notice.kind === 'marketing_preference') {
        const found = await this.identification.resolve([{ key: 'who', channelKind, ...notice.sender }]);
        const contactId = found.get('who')?.contactId;
        if (!contactId) continue;
        const decision = {
          contactId,
          channelKind,
          category: 'marketing' as const,
          by: 'provider_preference' as const,
          at: new Date(event.at),
        };
        await (notice.state === 'withdrawn' ? this.consents.withdraw(decision) : this.consents.grant(decision));
      }
    }
  }
}
