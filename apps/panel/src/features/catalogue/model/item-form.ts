import { decimalMoney, parseMoney, type Money } from '@hilo/money';
import type { AttributeValue, Item, ItemKind } from './item';

/** What the form holds: text until it is sent. Attributes, photos and images are one to a line. */
export interface ItemFields {
  kind: ItemKind;
  sku: string;
  name: string;
  brand: string;
  category: string;
  priceRetail: string;
  priceWholesale: string;
  stock: string;
  description: string;
  attributes: string;
  /** Photos that are on our own host. */
  photos: string;
  /** Addresses of photos elsewhere. */
  images: string;
  url: string;
}

export const EMPTY_ITEM: ItemFields = {
  kind: 'product',
  sku: '',
  name: '',
  brand: '',
  category: '',
  priceRetail: '',
  priceWholesale: '',
  stock: '',
  description: '',
  attributes: '',
  photos: '',
  images: '',
  url: '',
};

const NOTHING = '—';
const shown = (value: AttributeValue): string => (value === null ? NOTHING : String(value));

export function fieldsOf(item: Item): ItemFields {
  return {
    kind: item.kind,
    sku: item.sku,
    name: item.name,
    brand: item.brand ?? '',
    category: item.category,
    priceRetail: decimalMoney(item.priceRetail),
    priceWholesale: item.priceWholesale ? decimalMoney(item.priceWholesale) : '',
    stock: item.stock === null ? '' : String(item.stock),
    description: item.description,
    attributes: Object.entries(item.attributes)
      .map(([name, value]) => `${name}: ${shown(value)}`)
      .join('\n'),
    photos: item.images.filter(isOwn).join('\n'),
    images: item.images.filter((image) => !isOwn(image)).join('\n'),
    url: item.url ?? '',
  };
}

const isOwn = (image: string): boolean => image.startsWith('/');

export const lines = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);

/** `name: value` a line. A value keeps the type it had, where what was typed still is of that type. Undefined when a line has no name. */
export function readAttributes(
  text: string,
  before: Item['attributes'] = {},
): Record<string, AttributeValue> | undefined {
  const entries: [string, AttributeValue][] = [];
  for (const line of lines(text)) {
    const colon = line.indexOf(':');
    if (colon < 1) return undefined;
    const name = line.slice(0, colon).trim();
    const value = line.slice(colon + 1).trim();
    entries.push([name, typedAs(value, before[name])]);
  }
  return Object.fromEntries(entries);
}

function typedAs(text: string, before: AttributeValue | undefined): AttributeValue {
  if (text === '' || text === NOTHING) return null;
  if (typeof before === 'number' && Number.isFinite(Number(text))) return Number(text);
  if (typeof before === 'boolean' && (text === 'true' || text === 'false')) return text === 'true';
  return text;
}

export type ItemField = keyof ItemFields;

export interface ItemBody {
  kind: ItemKind;
  sku: string;
  name: string;
  brand: string | null;
  category: string;
  priceRetail: Money;
  priceWholesale: Money | null;
  stock: number | null;
  description: string;
  attributes: Record<string, AttributeValue>;
  images: string[];
  url: string | null;
}

export type Reading = { ok: true; body: ItemBody } | { ok: false; missing: ItemField[]; wrong: ItemField[] };

/** The item that the form describes, or every field that keeps it from being one. */
export function readItem(typed: ItemFields, currency: string, before?: Item): Reading {
  const missing = (['sku', 'name', 'category', 'priceRetail'] as const).filter((field) => typed[field].trim() === '');
  const amount = (text: string) => {
    const money = parseMoney(text, currency);
    return money && money.amount >= 0 ? money : undefined;
  };
  const priceRetail = amount(typed.priceRetail);
  const priceWholesale = typed.priceWholesale.trim() === '' ? null : amount(typed.priceWholesale);
  const stock =
    typed.stock.trim() === '' ? null : /^\d{1,10}$/.test(typed.stock.trim()) ? Number(typed.stock) : undefined;
  const attributes = readAttributes(typed.attributes, before?.attributes);
  const wrong: ItemField[] = [
    ...(priceRetail === undefined && !missing.includes('priceRetail') ? ['priceRetail' as const] : []),
    ...(priceWholesale === undefined ? ['priceWholesale' as const] : []),
    ...(stock === undefined ? ['stock' as const] : []),
    ...(attributes === undefined ? ['attributes' as const] : []),
  ];
  if (
    missing.length > 0 ||
    priceRetail === undefined ||
    priceWholesale === undefined ||
    stock === undefined ||
    attributes === undefined
  )
    return { ok: false, missing, wrong };
  return {
    ok: true,
    body: {
      kind: typed.kind,
      sku: typed.sku.trim(),
      name: typed.name.trim(),
      brand: typed.brand.trim() || null,
      category: typed.category.trim(),
      priceRetail,
      priceWholesale,
      stock,
      description: typed.description.trim(),
      attributes,
      // Those of our own come first: they are there for sure.
      images: [...lines(typed.photos), ...lines(typed.images)],
      url: typed.url.trim() || null,
    },
  };
}

/** Only what the form changes of an item, so that nobody else's change is written over. */
export function changeOf(before: ItemBody, after: ItemBody): Partial<ItemBody> {
  const entries = Object.entries(after).filter(
    ([field, value]) => JSON.stringify(value) !== JSON.stringify(before[field as keyof ItemBody]),
  );
  return Object.fromEntries(entries) as Partial<ItemBody>;
}
