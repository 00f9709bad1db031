import { minorUnitDigits } from '@hilo/money';
import type { Enrichment } from '../../leads/index.js';
import type { CatalogueItem } from '../ground/catalogue-item.js';
import type { Decision } from './decision.js';
import { hasContact } from './lead-quality.js';

/** What a turn found out for the lead of its conversation; undefined when it is no enquiry. Budgets become minor units; completeness is for leads to count. */
export function leadFindings(
  conversationId: string,
  decision: Decision,
  items: ReadonlyMap<string, CatalogueItem>,
  currency: string,
): Enrichment | undefined {
  if (!decision.createLead) return undefined;
  const { quality, state } = decision;
  const { slots, cart, focus } = state;
  const sku = cart.at(-1)?.sku ?? (focus.length === 1 ? focus[0] : undefined);
  const itemId = sku === undefined ? undefined : items.get(sku)?.id;
  const reasons = [
    ...(hasContact(slots) ? ['contact'] : []),
    ...(itemId === undefined ? [] : ['item']),
    ...(slots.budget === undefined ? [] : ['budget']),
    ...(state.wantsToBuy ? ['purchase'] : []),
    ...(slots.urgency === undefined ? [] : ['urgency']),
    ...(slots.city === undefined ? [] : ['city']),
  ];
  return {
    conversationId,
    quality,
    qualityReasons: reasons,
    qualified: quality === 'hot',
    ...(itemId !== undefined && { itemId }),
    ...(slots.budget !== undefined && {
      budget: { amount: Math.round(slots.budget * 10 ** minorUnitDigits(currency)), currency },
    }),
    ...(slots.city !== undefined && { city: slots.city }),
    ...(slots.urgency !== undefined && { urgency: slots.urgency }),
  };
}
