import { Injectable } from '@nestjs/common';
import { Sql } from '../../platform/database/sql.js';
import { can, type Principal } from '../auth/index.js';
import type { LinkOutcome } from './domain/link-outcome.js';
import type { Network } from './domain/network.js';
import type { Utm } from './domain/utm.js';
import { Attributions } from './persistence/attributions.js';
import { linkIds } from './persistence/link-list.query.js';
import { keepOutcomes, utmOfClicks } from './persistence/link-outcomes.js';
import { TrackedLinkRepository } from './persistence/tracked-link.repository.js';

export interface LinkCard {
  id: string;
  slug: string;
  name: string;
  network: Network;
  itemId: string | null;
  channelId: string;
  utm: Utm;
}

/** What other modules may ask about links, and tell them. */
@Injectable()
export class Links {
  constructor(
    private readonly sql: Sql,
    private readonly links: TrackedLinkRepository,
    private readonly attributions: Attributions,
  ) {}

  /** Archived ones too; unknown ids are missing from the map. */
  async byIds(ids: readonly string[]): Promise<Map<string, LinkCard>> {
    const rows = await this.links.byIds(ids);
    return new Map(
      rows.map(({ id, slug, name, network, itemId, channelId, utm }) => [
        id,
        { id, slug, name, network, itemId, channelId, utm },
      ]),
    );
  }

  /** The item of the link that the conversation's latest enquiry came by, and the message that brought it; undefined when that named none. */
  async itemOfEnquiry(conversationId: string): Promise<{ itemId: string; messageId: string } | undefined> {
    const enquiry = await this.attributions.latestOf(conversationId);
    return enquiry?.itemId ? { itemId: enquiry.itemId, messageId: enquiry.messageId } : undefined;
  }

  /** By part of a name or a whole slug, the newest first, none that is archived; nothing for who may read no links. */
  async search(by: Principal, q: string, limit: number): Promise<LinkCard[]> {
    if (!can(by, 'links:read')) return [];
    const ids = (await linkIds(this.sql, { q, archived: false, limit })).slice(0, limit);
    const cards = await this.byIds(ids);
    return ids.flatMap((id) => cards.get(id) ?? []);
  }

  /** The parameters that each click really came with, where there were any. */
  utmOfClicks(clickIds: readonly string[]): Promise<Map<string, Partial<Utm>>> {
    return utmOfClicks(this.sql, clickIds);
  }

  /** What became of enquiries that came by links. May be told again: the last word counts. */
  keepOutcomes(outcomes: readonly LinkOutcome[]): Promise<void> {
    return keepOutcomes(this.sql, outcomes);
  }
}
