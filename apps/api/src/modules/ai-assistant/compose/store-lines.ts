import type { StoreTopic } from '../decide/decision.js';
import type { ShopFacts, Voice } from '../ground/shop-facts.js';
import { listing, phrase } from './phrases.js';

/** What the shop says of each topic; a topic of which it says nothing is left out. */
export function storeLines(
  voice: Voice,
  shop: ShopFacts,
  topics: readonly StoreTopic[],
  city: string | null,
): string[] {
  const lines = topics.flatMap((topic) => storeLine(voice, shop, topic, city));
  return [...new Set(lines)];
}

/** The means of payment as a listing. */
export function paymentsOf(voice: Voice, shop: ShopFacts): string {
  return listing(voice, shop.payments);
}

function storeLine(voice: Voice, shop: ShopFacts, topic: StoreTopic, city: string | null): string[] {
  const facts = {
    hours: shop.hours,
    address: shop.address,
    shipping: shop.shipping,
    payments: paymentsOf(voice, shop),
    shop: shop.name,
  };
  switch (topic) {
    case 'hours':
      return shop.hours === '' ? [] : [phrase(voice, 'hours', facts)];
    case 'address':
      return shop.address === '' ? [] : [phrase(voice, 'address', facts)];
    case 'shipping':
      return shop.shipping === ''
        ? []
        : [city === null ? phrase(voice, 'shipping', facts) : phrase(voice, 'shipping_city', { ...facts, city })];
    case 'payments':
      return shop.payments.length === 0 ? [] : [phrase(voice, 'payments', facts)];
    case 'instalments':
      return shop.payments.length === 0 ? [] : [phrase(voice, 'instalments', facts)];
    case 'pickup':
      return shop.address === '' ? [] : [phrase(voice, 'pickup', facts)];
    case 'wholesale':
      return shop.wholesaleMinQty === null ? [] : [phrase(voice, 'wholesale_info', { min: shop.wholesaleMinQty })];
    case 'social':
      return shop.website === undefined ? [phrase(voice, 'social')] : [shop.website];
    default:
      return [phrase(voice, topic, facts)];
  }
}
