import type { Board } from '../model/board';
import { LEAD_STATES, type Lead, type LeadState } from '../model/lead';

/** A board of these cards; `counts` says where the server has more than those. */
export function aBoard(leads: readonly Lead[], counts: Partial<Record<LeadState, number>> = {}): Board {
  return {
    columns: LEAD_STATES.map((state) => {
      const own = leads.filter((lead) => lead.state === state);
      const amount = own.reduce((sum, { value }) => sum + (value?.currency === 'USD' ? value.amount : 0), 0);
      const value = { amount, currency: 'USD' };
      const count = counts[state] ?? own.length;
      return {
        state,
        count,
        value,
        values: amount > 0 ? [value] : [],
        leads: own,
        nextCursor: count > own.length ? `more-${state}` : null,
      };
    }),
  };
}
