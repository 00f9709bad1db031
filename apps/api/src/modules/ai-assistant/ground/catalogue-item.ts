export type AttributeValue = string | number | boolean | null;

/** A catalogue row as the assistant reads it. Prices in major units of `currency`; `stock` null means it is not counted. */
export interface CatalogueItem {
  readonly id: string;
  readonly sku: string;
  readonly name: string;
  readonly brand: string | null;
  readonly category: string | null;
  readonly attributes: Readonly<Record<string, AttributeValue>>;
  readonly currency: string;
  readonly priceRetail: number;
  readonly priceWholesale: number | null;
  readonly stock: number | null;
  readonly url?: string | null;
  readonly version?: number;
}

/** Whether at least one unit can be sold. */
export function isAvailable(item: CatalogueItem): boolean {
  return item.stock === null || item.stock > 0;
}
