import type { LeadSearch } from '../search';
import type { Network } from '../../../app/network';
import type { Lead, Quality } from './lead';
import { dayStart, nextDay } from './zoned-day';

/** What both the board and the table are narrowed by, in the API's words. */
export interface LeadFilter {
  network?: Network | 'none';
  assigneeId?: string;
  quality?: Quality;
  itemId?: string;
  from?: string;
  to?: string;
  q?: string;
}

/** The filters of the address bar as the API takes them; days become moments of the business's time zone. */
export function filterOf(search: LeadSearch, timeZone: string): LeadFilter {
  const { red, asesor, calidad, producto, desde, hasta, q } = search;
  const from = desde && dayStart(desde, timeZone);
  const to = hasta && dayStart(nextDay(hasta), timeZone);
  return {
    ...(red && { network: red }),
    ...(asesor && { assigneeId: asesor }),
    ...(calidad && { quality: calidad }),
    ...(producto && { itemId: producto }),
    ...(from && { from }),
    ...(to && { to }),
    ...(q && { q }),
  };
}

/**
 * Whether a lead belongs to a filtered list. Undefined when only the server can tell: it searches names and phones
 * that are not in the lead.
 */
export function meets(lead: Lead, filter: LeadFilter, meId: string): boolean | undefined {
  const assigneeId = filter.assigneeId === 'me' ? meId : filter.assigneeId;
  const wanted: readonly [string | undefined, string | null | undefined][] = [
    [filter.network, lead.source.network ?? 'none'],
    [assigneeId, lead.assignee?.id ?? 'none'],
    [filter.quality, lead.quality],
    [filter.itemId, lead.item?.id],
  ];
  if (wanted.some(([want, have]) => want !== undefined && want !== have)) return false;
  if (filter.from && lead.createdAt < filter.from) return false;
  if (filter.to && lead.createdAt >= filter.to) return false;
  return filter.q ? undefined : true;
}

/** How many filters are on; the mode, the state of the board and the order are not filters of this kind. */
export const filterCount = ({ red, asesor, calidad, producto, desde, hasta }: LeadSearch): number =>
  [red, asesor, calidad, producto, desde ?? hasta].filter(Boolean).length;
