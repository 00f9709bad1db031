import { Injectable } from '@nestjs/common';
import type { Money } from '@hilo/money';
import { Clock } from '../../../platform/clock/clock.js';
import { Transaction } from '../../../platform/database/transaction.js';
import { invalidField, notFound, staleVersion } from '../../../platform/http/domain-error.js';
import { newId } from '../../../platform/ids/uuid.js';
import { Outbox } from '../../../platform/outbox/outbox.js';
import { AuditTrail, type Principal } from '../../auth/index.js';
import { skuTaken } from '../catalogue.errors.js';
import { itemChanged } from '../catalogue.events.js';
import { normalSku, type Item } from '../domain/item.js';
import { CatalogueRepository, itemOf } from '../persistence/catalogue.repository.js';
import type { ItemEntity } from '../persistence/item.entity.js';
import { ItemSearch } from './item-search.js';

export type ItemFields = Partial<Omit<Item, 'id' | 'version'>>;
export type NewItem = Pick<Item, 'kind' | 'sku' | 'name' | 'category' | 'priceRetail'> & ItemFields;

/** What people change about the offer. */
@Injectable()
export class ItemEditing {
  constructor(
    private readonly transaction: Transaction,
    private readonly repository: CatalogueRepository,
    private readonly search: ItemSearch,
    private readonly outbox: Outbox,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** @throws `sku_taken`, `validation_failed` */
  create(by: Principal | 'system', fields: NewItem): Promise<Item> {
    return this.transaction.run(async () => {
      const at = this.clock.now();
      const blank = {
        brand: null,
        attributes: {},
        description: '',
        priceWholesale: null,
        stock: null,
        images: [],
        url: null,
        status: 'active' as const,
      };
      const { priceRetail, priceWholesale, ...rest } = { ...blank, ...given(fields) };
      const row = this.repository.newItem({
        ...rest,
        id: newId(),
        sku: normalSku(fields.sku),
        ...prices(priceRetail, priceWholesale),
        searchText: '',
        createdAt: at,
        updatedAt: at,
      });
      return this.write(by, 'item.created', row, {});
    });
  }

  /** @throws `not_found`, `stale_version`, `sku_taken`, `validation_failed` */
  edit(by: Principal, id: string, ifMatch: number | undefined, fields: ItemFields): Promise<Item> {
    return this.transaction.run(async () => {
      const row = await this.repository.itemForEdit(id);
      if (!row) throw notFound('item');
      if (ifMatch !== undefined && ifMatch !== row.version) throw staleVersion(row.version);
      const before = itemOf(row);
      const told = given(fields);
      const after: Item = { ...before, ...told, sku: normalSku(told.sku ?? before.sku) };
      const changed = (Object.keys(told) as (keyof ItemFields)[]).filter(
        (key) => JSON.stringify(after[key]) !== JSON.stringify(before[key]),
      );
      if (changed.length === 0) return before;
      const { priceRetail, priceWholesale, version: _, ...rest } = after;
      Object.assign(row, rest, prices(priceRetail, priceWholesale), { updatedAt: this.clock.now() });
      return this.write(by, 'item.changed', row, { fields: changed });
    });
  }

  private async write(
    by: Principal | 'system',
    action: string,
    row: ItemEntity,
    detail: Record<string, unknown>,
  ): Promise<Item> {
    row.searchText = this.search.documentOf(row);
    const item = await this.repository.saveItem(row);
    if (!item) throw skuTaken(row.sku);
    await this.audit.record(by, action, { type: 'item', id: item.id }, detail);
    await this.outbox.append(itemChanged, [{ itemId: item.id }]);
    return item;
  }
}

/** Without the fields that were not sent. */
const given = <T extends object>(fields: T): T =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as T;

function prices(
  retail: Money,
  wholesale: Money | null,
): Pick<ItemEntity, 'priceRetail' | 'priceWholesale' | 'currency'> {
  if (wholesale && wholesale.currency !== retail.currency)
    throw invalidField('/priceWholesale/currency', `must be ${retail.currency}, like the retail price`);
  return { priceRetail: retail.amount, priceWholesale: wholesale?.amount ?? null, currency: retail.currency };
}
