import { Injectable } from '@nestjs/common';
import { encodeCursor, type Page } from '../../../platform/database/keyset-page.js';
import { placeByName } from '../../../platform/database/place-in-list.js';
import { notFound } from '../../../platform/http/domain-error.js';
import { UUID_PATTERN } from '../../../platform/ids/uuid.js';
import type { EntryStatus, FaqEntry, Item } from '../domain/item.js';
import { CatalogueRepository } from '../persistence/catalogue.repository.js';
import { ItemSearchQuery, type ItemFilter } from '../persistence/item-search.query.js';
import { ItemSearch } from './item-search.js';

export interface ItemListing extends ItemFilter {
  q?: string;
  limit: number;
  cursor?: string;
}

/** The catalogue as people look through it. */
@Injectable()
export class CatalogueShelf {
  constructor(
    private readonly repository: CatalogueRepository,
    private readonly search: ItemSearch,
    private readonly query: ItemSearchQuery,
  ) {}

  /** In the order of names; with `q`, the best matches in one page. */
  async page({ q, limit, cursor, ...filter }: ItemListing): Promise<Page<Item>> {
    const wanted: ItemFilter = { ...filter, status: filter.status ?? 'active' };
    if (q !== undefined && q.trim() !== '') return { data: await this.search.find(q, limit, wanted), nextCursor: null };
    const rows = await this.query.list(wanted, placeByName(cursor), limit + 1);
    const shown = rows.slice(0, limit);
    const items = new Map(
      (await this.repository.itemsByIds(shown.map((row) => row.id))).map((item) => [item.id, item]),
    );
    const last = shown.at(-1);
    return {
      data: shown.flatMap((row) => items.get(row.id) ?? []),
      nextCursor: rows.length > limit && last ? encodeCursor([last.name, last.id]) : null,
    };
  }

  /** @throws `not_found` */
  async read(idOrSku: string): Promise<Item> {
    const item = UUID_PATTERN.test(idOrSku)
      ? (await this.repository.itemsByIds([idOrSku]))[0]
      : await this.repository.itemBySku(idOrSku);
    if (!item) throw notFound('item');
    return item;
  }

  faqs(status: EntryStatus): Promise<FaqEntry[]> {
    return this.repository.faqsWith(status);
  }
}
