import type { MessageContent, OrderItem } from '../../../channels/index.js';
import { asFilledText, asId, asList, asNumber, asObject, asText, type JsonObject } from './untrusted-json.js';

const MAX_ITEMS = 500;

/** A cart from the business's catalogue. Its prices are quoted by the provider and never trusted for a sale. */
export function orderContent(source: JsonObject | undefined): MessageContent | undefined {
  if (source === undefined) return undefined;
  const items = asList(source.product_items)
    .slice(0, MAX_ITEMS)
    .flatMap((item) => orderItem(asObject(item)) ?? []);
  const text = asFilledText(source.text);
  return { type: 'order', catalogId: asId(source.catalog_id) ?? '', items, ...(text === undefined ? {} : { text }) };
}

function orderItem(source: JsonObject | undefined): OrderItem | undefined {
  const retailerId = asId(source?.product_retailer_id);
  if (source === undefined || retailerId === undefined) return undefined;
  return {
    retailerId,
    quantity: decimal(source.quantity) ?? 0,
    itemPrice: decimal(source.item_price) ?? 0,
    currency: asText(source.currency, 3) ?? '',
  };
}

function decimal(value: unknown): number | undefined {
  return asNumber(value) ?? (typeof value === 'string' && value.trim() !== '' ? asNumber(Number(value)) : undefined);
}
