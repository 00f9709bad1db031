import { readFileSync } from 'node:fs';
import { Injectable } from '@nestjs/common';
import type { Item } from '../domain/item.js';
import { readSynonyms, searchDocument, searchWords } from '../domain/search-words.js';
import { CatalogueRepository } from '../persistence/catalogue.repository.js';
import { ItemSearchQuery, type ItemFilter } from '../persistence/item-search.query.js';

/** Finds items as people name them: other words, missing accents, small mistakes, models and numbers. */
@Injectable()
export class ItemSearch {
  private readonly synonyms = readSynonyms(
    JSON.parse(readFileSync(new URL('../domain/synonyms.json', import.meta.url), 'utf8')) as string[][],
  );

  constructor(
    private readonly query: ItemSearchQuery,
    private readonly repository: CatalogueRepository,
  ) {}

  /** What an item is found by from now on. */
  documentOf(item: Pick<Item, 'name' | 'brand' | 'category' | 'sku' | 'attributes' | 'description'>): string {
    const values = Object.values(item.attributes).filter(
      (value) => typeof value === 'string' || typeof value === 'number',
    );
    return searchDocument(
      [item.name, item.brand ?? '', item.category, item.sku, ...values.map(String), item.description],
      this.synonyms,
    );
  }

  /** The best first: items that meet every word; when there are none, those that meet most of it. */
  async find(q: string, limit: number, filter: ItemFilter = { status: 'active' }): Promise<Item[]> {
    const words = searchWords(q);
    if (words.length === 0) return [];
    const strict = await this.query.search(words, true, filter, limit);
    const found = strict.length > 0 ? strict : await this.query.search(words, false, filter, limit);
    const items = new Map((await this.repository.itemsByIds(found.map(({ id }) => id))).map((item) => [item.id, item]));
    return found.flatMap(({ id }) => items.get(id) ?? []);
  }
}
