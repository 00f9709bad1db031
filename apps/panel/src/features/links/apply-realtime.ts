import type { QueryClient } from '@tanstack/react-query';
import { gathered } from '../../app/gathered';
import { onRealtime, type RealtimeContext } from '../../app/realtime-registry';
import { keys } from './api/link-queries';

/** One refresh of the figures for a burst of leads. */
const refreshSoon = gathered<QueryClient>(1500, (client) => void client.invalidateQueries({ queryKey: keys.all }));

interface LeadOfEvent {
  source: { linkId: string | null };
}

/** A lead of a link moves the link's figures. */
export function applyLeadOfLink({ data }: { data: LeadOfEvent }, { client }: RealtimeContext): void {
  if (data.source.linkId === null) return;
  refreshSoon(client);
}

let applied = false;

/** Once for the life of the page. */
export function applyLinksRealtime(): void {
  if (applied) return;
  applied = true;
  onRealtime<LeadOfEvent>('lead.created', applyLeadOfLink);
  onRealtime<LeadOfEvent>('lead.moved', applyLeadOfLink);
}
