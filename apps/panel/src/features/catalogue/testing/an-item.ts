import type { Item } from '../model/item';

/** Our own host shows every image, as the API answers it. */
export const shownAt = (image: string): string =>
  image.startsWith('/') ? image : `/api/v1/catalogue/photos/${encodeURIComponent(image)}`;

/** An item for a test: only what matters is said. */
export function anItem(over: Partial<Item> = {}): Item {
  return {
    id: 'i1',
    kind: 'product',
    sku: 'SOF-3',
    name: 'Sofá de tres puestos',
    brand: null,
    category: 'Salas',
    attributes: {},
    description: '',
    priceRetail: { amount: 45_000, currency: 'USD' },
    priceWholesale: null,
    stock: 8,
    images: [],
    photos: over.images?.map(shownAt) ?? [],
    url: null,
    status: 'active',
    version: 1,
    ...over,
  };
}
