import { Injectable } from '@nestjs/common';
import { Transaction } from '../../../platform/database/transaction.js';
import { Outbox } from '../../../platform/outbox/outbox.js';
import { attribute, isEnquiry, tellsNothing, type Attribution, type IncomingEnquiry } from '../domain/attribution.js';
import { enquiryAttributed } from '../links.events.js';
import { Attributions } from '../persistence/attributions.js';
import { LinkClicks } from '../persistence/link-clicks.js';

export const toldOf = ({ claimCode: _code, ...told }: Attribution) => told;

/** Says what brought each enquiry, and lets its click be claimed. */
@Injectable()
export class AttributeEnquiries {
  constructor(
    private readonly transaction: Transaction,
    private readonly clicks: LinkClicks,
    private readonly attributions: Attributions,
    private readonly outbox: Outbox,
  ) {}

  /** Takes messages in their order; those of an enquiry going on, and those seen before, are passed over. */
  attribute(messages: readonly IncomingEnquiry[]): Promise<Attribution[]> {
    const enquiries = messages.filter(isEnquiry);
    return enquiries.length === 0 ? Promise.resolve([]) : this.transaction.run(() => this.decide(enquiries));
  }

  private async decide(enquiries: readonly IncomingEnquiry[]): Promise<Attribution[]> {
    const codes = [...new Set(enquiries.flatMap(({ claimCode }) => claimCode ?? []))];
    await this.clicks.lockCodes(codes);
    const known = await this.attributions.known(enquiries.map(({ messageId }) => messageId));
    const clicks = new Map((await this.clicks.lockCoded(codes)).map((click) => [click.claimCode, click]));
    const claimed = new Set<string>();
    const found = enquiries.flatMap((enquiry) => {
      if (known.has(enquiry.messageId)) return [];
      const attribution = attribute(enquiry, clicks, claimed);
      return tellsNothing(enquiry, attribution) ? [] : [attribution];
    });
    const written = await this.attributions.insert(found);
    await this.clicks.claim(
      written.flatMap(({ clickId, messageId, conversationId, at }) =>
        clickId ? [{ clickId, messageId, conversationId, at }] : [],
      ),
    );
    await this.outbox.append(enquiryAttributed, written.map(toldOf));
    return written;
  }
}
