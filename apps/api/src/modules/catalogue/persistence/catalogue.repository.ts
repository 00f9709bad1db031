import { Injectable } from '@nestjs/common';
import { money } from '@hilo/money';
import { In } from 'typeorm';
import { Sql } from '../../../platform/database/sql.js';
import { Transaction } from '../../../platform/database/transaction.js';
import { unlessTaken } from '../../../platform/database/unless-taken.js';
import { normalSku, type EntryStatus, type FaqEntry, type Item } from '../domain/item.js';
import { isForeign } from '../domain/photo.js';
import { FaqEntity } from './faq.entity.js';
import { ItemEntity } from './item.entity.js';
import { PhotoRows } from './photo-rows.js';

export function itemOf(row: ItemEntity): Item {
  const {
    id,
    kind,
    sku,
    name,
    brand,
    category,
    attributes,
    description,
    priceRetail,
    priceWholesale,
    currency,
    stock,
    images,
    url,
    status,
    version,
  } = row;
  return {
    id,
    kind,
    sku,
    name,
    brand,
    category,
    attributes,
    description,
    priceRetail: money(priceRetail, currency),
    priceWholesale: priceWholesale === null ? null : money(priceWholesale, currency),
    stock,
    images,
    url,
    status,
    version,
  };
}

export const faqOf = ({ id, question, answer, tags, status, version }: FaqEntity): FaqEntry => ({
  id,
  question,
  answer,
  tags,
  status,
  version,
});

/** Items and answers by their ids. */
@Injectable()
export class CatalogueRepository {
  constructor(
    private readonly transaction: Transaction,
    private readonly sql: Sql,
    private readonly photos: PhotoRows,
  ) {}

  async itemsByIds(ids: readonly string[]): Promise<Item[]> {
    return ids.length === 0 ? [] : (await this.items().findBy({ id: In([...ids]) })).map(itemOf);
  }

  async itemBySku(sku: string): Promise<Item | undefined> {
    const row = await this.items().findOneBy({ sku: normalSku(sku) });
    return row ? itemOf(row) : undefined;
  }

  async activeItems(): Promise<Item[]> {
    return (
      await this.items().find({ where: { status: 'active' }, order: { category: 'ASC', name: 'ASC', id: 'ASC' } })
    ).map(itemOf);
  }

  /** Moves with every change of an item or an answer. */
  async revision(): Promise<string> {
    return (await this.sql.rows<{ revision: string }>('select revision from catalogue_revision'))[0]?.revision ?? '0';
  }

  itemForEdit(id: string): Promise<ItemEntity | null> {
    return this.items().findOne({ where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  newItem(fields: Omit<ItemEntity, 'version'>): ItemEntity {
    return this.items().create(fields);
  }

  /** Its photos may be fetched from now on. Undefined when another item has the SKU, perhaps since a moment ago. */
  async saveItem(row: ItemEntity): Promise<Item | undefined> {
    const saved = await unlessTaken(() => this.items().save(row));
    if (!saved) return undefined;
    await this.photos.expect([...new Set(saved.images.filter(isForeign))], saved.updatedAt);
    return itemOf(saved);
  }

  faqForEdit(id: string): Promise<FaqEntity | null> {
    return this.faqs().findOne({ where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  newFaq(fields: Omit<FaqEntity, 'version'>): FaqEntity {
    return this.faqs().create(fields);
  }

  async saveFaq(row: FaqEntity): Promise<FaqEntry> {
    return faqOf(await this.faqs().save(row));
  }

  async faqsWith(status: EntryStatus): Promise<FaqEntry[]> {
    return (await this.faqs().find({ where: { status }, order: { id: 'ASC' } })).map(faqOf);
  }

  private items() {
    return this.transaction.repository(ItemEntity);
  }

  private faqs() {
    return this.transaction.repository(FaqEntity);
  }
}
