import { decimalMoney } from '@hilo/money';
import type { Item } from '../../catalogue/index.js';
import type { CatalogueItem } from './catalogue-item.js';

/** A row of the catalogue as the assistant reads it: prices in major units. */
export function catalogueItemOf(item: Item): CatalogueItem {
  return {
    id: item.id,
    sku: item.sku,
    name: item.name,
    brand: item.brand,
    category: item.category === '' ? null : item.category,
    attributes: item.attributes,
    currency: item.priceRetail.currency,
    priceRetail: Number(decimalMoney(item.priceRetail)),
    priceWholesale: item.priceWholesale && Number(decimalMoney(item.priceWholesale)),
    stock: item.stock,
    url: item.url,
    version: item.version,
  };
}
