import { Injectable } from '@nestjs/common';
import type { FaqEntry, Item } from './domain/item.js';
import { CatalogueRepository } from './persistence/catalogue.repository.js';
import { ItemSearch } from './services/item-search.js';

export interface CatalogueSnapshot {
  /** Another number is another catalogue. */
  revision: string;
  /** Active ones only. */
  items: readonly Item[];
  faqs: readonly FaqEntry[];
}

/** What the business offers and answers. */
@Injectable()
export class Catalogue {
  private last: CatalogueSnapshot | undefined;

  constructor(
    private readonly repository: CatalogueRepository,
    private readonly searching: ItemSearch,
  ) {}

  /** Everything on offer, kept in memory and read again only when something has changed, whoever changed it. Do not alter it. */
  async snapshot(): Promise<CatalogueSnapshot> {
    const revision = await this.repository.revision();
    if (this.last?.revision === revision) return this.last;
    // Read before the rows: a change in between makes the next call read again.
    const fresh = {
      revision,
      items: await this.repository.activeItems(),
      faqs: await this.repository.faqsWith('active'),
    };
    this.last = fresh;
    return fresh;
  }

  /** Archived ones too; unknown ids are left out. */
  async byIds(ids: readonly string[]): Promise<Map<string, Item>> {
    return new Map((await this.repository.itemsByIds([...new Set(ids)])).map((item) => [item.id, item]));
  }

  bySku(sku: string): Promise<Item | undefined> {
    return this.repository.itemBySku(sku);
  }

  /** Active items, the best first. */
  search(q: string, limit = 10): Promise<Item[]> {
    return this.searching.find(q, limit);
  }
}
