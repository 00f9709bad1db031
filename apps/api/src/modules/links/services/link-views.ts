import { Injectable } from '@nestjs/common';
import { Config } from '../../../platform/config/config.js';
import { Sql } from '../../../platform/database/sql.js';
import { encodeCursor, type Page } from '../../../platform/database/keyset-page.js';
import { placeById } from '../../../platform/database/place-in-list.js';
import { notFound } from '../../../platform/http/domain-error.js';
import { Channels } from '../../channels/index.js';
import { presentLink } from '../http/link.presenter.js';
import type { LinkView } from '../http/link-view.js';
import { linkIds, linkTotals, type LinkFilter } from '../persistence/link-list.query.js';
import { TrackedLinkRepository } from '../persistence/tracked-link.repository.js';
import { LinkedItems } from './linked-items.js';

/** Links as the API shows them. */
@Injectable()
export class LinkViews {
  constructor(
    private readonly config: Config,
    private readonly sql: Sql,
    private readonly links: TrackedLinkRepository,
    private readonly items: LinkedItems,
    private readonly channels: Channels,
  ) {}

  async list({ cursor, ...filter }: Omit<LinkFilter, 'after'> & { cursor?: string }): Promise<Page<LinkView>> {
    const after = placeById(cursor);
    const ids = await linkIds(this.sql, { ...filter, ...(after !== null && { after }) });
    const shown = ids.slice(0, filter.limit);
    const last = shown.at(-1);
    return {
      data: await this.byIds(shown),
      nextCursor: ids.length > filter.limit && last ? encodeCursor([last]) : null,
    };
  }

  async one(id: string): Promise<LinkView> {
    const [link] = await this.byIds([id]);
    if (!link) throw notFound('link');
    return link;
  }

  /** In the order of the ids; unknown ones are left out. */
  async byIds(ids: readonly string[]): Promise<LinkView[]> {
    const rows = new Map((await this.links.byIds(ids)).map((link) => [link.id, link]));
    const totals = await linkTotals(this.sql, ids);
    const items = await this.items.byIds([...rows.values()].map((link) => link.itemId));
    const channels = new Map((await this.channels.list()).map((channel) => [channel.id, channel]));
    return ids.flatMap((id) => {
      const link = rows.get(id);
      if (!link) return [];
      const item = link.itemId ? items.get(link.itemId) : undefined;
      return [
        presentLink({
          link,
          item,
          channel: channels.get(link.channelId),
          totals: totals.get(id),
          publicUrl: this.config.publicUrl,
        }),
      ];
    });
  }
}
