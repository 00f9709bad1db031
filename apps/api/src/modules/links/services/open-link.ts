import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock.js';
import { Config } from '../../../platform/config/config.js';
import { writeClaimCode } from '../../conversations/index.js';
import { destinationOf, prefilledText } from '../domain/destination.js';
import { previewPage } from '../domain/public-page.js';
import { readSlug } from '../domain/short-code.js';
import { utmSeen } from '../domain/utm.js';
import { classifyVisitor } from '../domain/visitor.js';
import { LateClicks } from './late-clicks.js';
import { LinkDirectory, type OpenableLink } from './link-directory.js';
import { newClickCode, RecordClick, type Visit } from './record-click.js';

export interface Arrival {
  slug: string;
  method: string;
  ip: string;
  userAgent: string | undefined;
  referrer: string | undefined;
  purposes: readonly (string | undefined)[];
  query: Readonly<Record<string, unknown>>;
}

export type Opening =
  | { kind: 'go'; to: string }
  | { kind: 'preview'; html: string }
  | { kind: 'ahead' }
  | { kind: 'gone' }
  | { kind: 'busy' };

/** A person waits no longer than this for us to write down that they came. */
const PATIENCE_MS = 400;
const LOOK_UP_PATIENCE_MS = 2000;

/** What happens when somebody, or something, opens a tracked link. */
@Injectable()
export class OpenLink {
  constructor(
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly directory: LinkDirectory,
    private readonly recordClick: RecordClick,
    private readonly lateClicks: LateClicks,
  ) {}

  async open(arrival: Arrival): Promise<Opening> {
    const slug = readSlug(arrival.slug);
    if (!slug) return { kind: 'gone' };
    const found = await within(
      LOOK_UP_PATIENCE_MS,
      this.directory.find(slug).catch(() => undefined),
    );
    if (found === undefined) return { kind: 'busy' };
    return found ? this.serve(found, arrival) : { kind: 'gone' };
  }

  private async serve(found: OpenableLink, arrival: Arrival): Promise<Opening> {
    const visit = this.visitOf(found, arrival);
    if (visit.kind === 'human') return this.bringToChat(found, visit);
    void this.recordClick.passerBy(visit).catch(() => undefined);
    return visit.kind === 'prefetch' ? { kind: 'ahead' } : { kind: 'preview', html: this.preview(found) };
  }

  private async bringToChat({ link, channel, item }: OpenableLink, visit: Visit): Promise<Opening> {
    const offered = newClickCode();
    const attempt = this.recordClick.person(visit, offered);
    const kept = await within(
      PATIENCE_MS,
      attempt.catch(() => undefined),
    );
    if (kept === undefined) this.lateClicks.follow(attempt, visit, offered);
    const code = kept ?? offered;
    const chat = { kind: channel.kind, phone: channel.displayAddress, username: channel.displayAddress };
    const to = destinationOf(chat, writeClaimCode(prefilledText(link.message, item), code), code);
    return to ? { kind: 'go', to } : { kind: 'gone' };
  }

  private preview({ link, channel, item }: OpenableLink): string {
    return previewPage({
      url: `${this.config.publicUrl}/l/${link.slug}`,
      siteName: channel.name,
      title: item?.name ?? channel.name,
      description: item?.description ?? '',
      imageUrl: item?.photo ? `${this.config.publicUrl}${item.photo}` : null,
    });
  }

  private visitOf({ link }: OpenableLink, { method, ip, userAgent, referrer, purposes, query }: Arrival): Visit {
    return {
      link: { id: link.id, itemId: link.itemId, network: link.network, channelId: link.channelId },
      kind: classifyVisitor({ method, userAgent, purposes }),
      at: this.clock.now(),
      ip,
      userAgent,
      referrer,
      utm: utmSeen(query),
    };
  }
}

/** Undefined when the work takes longer. */
async function within<T>(patienceMs: number, work: Promise<T>): Promise<T | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), patienceMs);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
