import type { InfiniteData, QueryClient } from '@tanstack/react-query';
import { meQuery } from '../../../app/session';
import { findLead, withLead, withoutLead, type Board } from '../model/board';
import type { Lead, Page } from '../model/lead';
import { meets, type LeadFilter } from '../model/lead-filter';
import { keys, leadQuery } from './lead-queries';

type List = InfiniteData<Page<Lead>, string | null>;

const mapped = (list: List, change: (lead: Lead) => Lead): List => ({
  ...list,
  pages: list.pages.map((page) => ({ ...page, data: page.data.map(change) })),
});

/** Every copy of a lead that the page holds, to put back as it was. */
export type Snapshot = () => void;

export function snapshotLead(client: QueryClient, id: string): Snapshot {
  const kept = [
    ...client.getQueriesData({ queryKey: keys.boards }),
    ...client.getQueriesData({ queryKey: keys.lists }),
    ...client.getQueriesData({ queryKey: keys.lead(id) }),
  ];
  return () => {
    for (const [key, data] of kept) client.setQueryData(key, data);
  };
}

/** Boards whose filter the lead no longer meets lose it; those whose filter only the server can judge are asked again. */
function placeOnBoards(client: QueryClient, lead: Lead): void {
  const meId = client.getQueryData(meQuery.queryKey)?.id ?? '';
  for (const [key, board] of client.getQueriesData<Board>({ queryKey: keys.boards })) {
    if (!board) continue;
    const known = findLead(board, lead.id);
    const belongs = meets(lead, (key[2] ?? {}) as LeadFilter, meId) ?? (known ? true : undefined);
    if (belongs === undefined) void client.invalidateQueries({ queryKey: key });
    else client.setQueryData(key, belongs ? withLead(board, lead) : withoutLead(board, lead.id));
  }
}

/** Shows a lead as it is now everywhere it stands. */
export function placeLead(client: QueryClient, lead: Lead): void {
  placeOnBoards(client, lead);
  client.setQueriesData<List>(
    { queryKey: keys.lists },
    (list) => list && mapped(list, (one) => (one.id === lead.id ? withKept(one, lead) : one)),
  );
  client.setQueryData(leadQuery(lead.id).queryKey, (one) => (one ? withKept(one, lead) : one));
}

/** Lists do not carry the e-mail address, and the socket does not know whose unread count it speaks to. */
function withKept(before: Lead, next: Lead): Lead {
  const email = next.contact?.email ?? before.contact?.email ?? null;
  return { ...next, contact: next.contact && { ...next.contact, email } };
}

/** The lead as the page knows it, wherever it stands. */
export function cachedLead(client: QueryClient, id: string): Lead | undefined {
  const one = client.getQueryData(leadQuery(id).queryKey);
  if (one) return one;
  for (const [, board] of client.getQueriesData<Board>({ queryKey: keys.boards })) {
    const lead = board && findLead(board, id);
    if (lead) return lead;
  }
  const lists = client.getQueriesData<List>({ queryKey: keys.lists });
  return lists.flatMap(([, list]) => list?.pages.flatMap((page) => page.data) ?? []).find((lead) => lead.id === id);
}

/** Counts and sums that this page cannot work out by itself come from the server again. */
export function refreshLeads(client: QueryClient): void {
  void client.invalidateQueries({ queryKey: keys.boards });
  void client.invalidateQueries({ queryKey: keys.lists });
}
