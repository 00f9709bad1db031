import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Transaction } from '../../../platform/database/transaction.js';
import { Encryption } from '../../../platform/encryption/encryption.js';
import { newId } from '../../../platform/ids/uuid.js';
import { Outbox } from '../../../platform/outbox/outbox.js';
import type { CodedClick } from '../domain/attribution.js';
import { CLICK_CODE_LENGTH, clickCodeFrom } from '../domain/short-code.js';
import type { Utm } from '../domain/utm.js';
import { agentFamily, type VisitorKind } from '../domain/visitor.js';
import { networkPrefix, referrerHost } from '../domain/visitor-trace.js';
import { enquiryAttributed, linkClicked } from '../links.events.js';
import { Attributions } from '../persistence/attributions.js';
import { LinkClicks, type NewClick } from '../persistence/link-clicks.js';
import { toldOf } from './attribute-enquiries.js';

/** Whoever opened a link. Address and agent are only hashed. */
export interface Visit {
  link: { id: string; itemId: string | null; network: string; channelId: string };
  kind: VisitorKind;
  at: Date;
  ip: string;
  userAgent: string | undefined;
  referrer: string | undefined;
  utm: Partial<Utm> | null;
}

/** The same visitor coming back within this time goes on with the code given before. */
const SAME_VISIT_MS = 30 * 60_000;
const CODES_TRIED = 5;

export const newClickCode = (): string => clickCodeFrom(randomBytes(CLICK_CODE_LENGTH));

/** Keeps who opened a link, and gives people a code to carry. */
@Injectable()
export class RecordClick {
  constructor(
    private readonly transaction: Transaction,
    private readonly encryption: Encryption,
    private readonly clicks: LinkClicks,
    private readonly attributions: Attributions,
    private readonly outbox: Outbox,
  ) {}

  /** A crawler, a preview, a browser that loads ahead. */
  async passerBy(visit: Visit): Promise<void> {
    await this.clicks.insert(this.clickOf(visit, null));
  }

  /**
   * A person. Returns the code to carry: the one offered, or the one this visitor already carries.
   * `revealed` says that the visitor has the offered code already, so that no other will do.
   */
  person(visit: Visit, offered: string, revealed = false): Promise<string> {
    return this.transaction.run(async () => {
      const visitor = this.visitorHash(visit);
      await this.clicks.lockVisitor(visit.link.id, visitor, offered);
      const carried = revealed
        ? undefined
        : await this.clicks.openCode(visit.link.id, visitor, new Date(visit.at.getTime() - SAME_VISIT_MS));
      return carried ?? this.newClick(visit, offered);
    });
  }

  private async newClick(visit: Visit, offered: string): Promise<string> {
    let code = offered;
    let click = this.clickOf(visit, code);
    for (let tried = 1; !(await this.clicks.insert(click)); tried += 1) {
      if (tried === CODES_TRIED) throw new Error('no free click code found');
      code = newClickCode();
      click = this.clickOf(visit, code);
    }
    const { id: linkId, itemId, network, channelId } = visit.link;
    await this.outbox.append(linkClicked, [
      { clickId: click.id, linkId, itemId, network, channelId, human: true, at: visit.at.toISOString() },
    ]);
    await this.explain({ clickId: click.id, claimCode: code, linkId, itemId, network, claimedByMessage: null });
    return code;
  }

  /** The message may have been faster than a click that waited for a slow database. */
  private async explain({ clickId, claimCode, linkId, itemId, network }: CodedClick): Promise<void> {
    const waiting = await this.attributions.waitingForCode(claimCode);
    if (!waiting) return;
    const explained = { ...waiting, source: 'link' as const, network, linkId, clickId, itemId, adId: null };
    await this.attributions.replace(explained);
    await this.clicks.claim([
      { clickId, messageId: waiting.messageId, conversationId: waiting.conversationId, at: waiting.at },
    ]);
    await this.outbox.append(enquiryAttributed, [toldOf(explained)]);
  }

  private clickOf(visit: Visit, claimCode: string | null): NewClick {
    return {
      id: newId(),
      linkId: visit.link.id,
      kind: visit.kind,
      claimCode,
      at: visit.at,
      visitorHash: claimCode === null ? null : this.visitorHash(visit),
      networkHash: this.encryption.blindIndex('click-network', networkPrefix(visit.ip)),
      referrerHost: referrerHost(visit.referrer),
      agentFamily: agentFamily(visit.userAgent),
      utm: visit.utm,
    };
  }

  private visitorHash({ ip, userAgent }: Visit): string {
    return this.encryption.blindIndex('click-visitor', `${ip} ${userAgent ?? ''}`);
  }
}
