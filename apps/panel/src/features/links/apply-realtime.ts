import { onRealtime, type RealtimeContext } from '../../app/realtime-registry';
import { keys } from './api/link-queries';

const REFRESH_AFTER_MS = 1500;
let refreshing: ReturnType<typeof setTimeout> | undefined;

interface LeadOfEvent {
  source: { linkId: string | null };
}

/** A lead of a link moves the link's figures: one refresh for a burst of them. */
export function applyLeadOfLink({ data }: { data: LeadOfEvent }, { client }: RealtimeContext): void {
  if (data.source.linkId === null) return;
  clearTimeout(refreshing);
  refreshing = setTimeout(() => void client.invalidateQueries({ queryKey: keys.all }), REFRESH_AFTER_MS);
}

let applied = false;

/** Once for the life of the page. */
export function applyLinksRealtime(): void {
  if (applied) return;
  applied = true;
  onRealtime<LeadOfEvent>('lead.created', applyLeadOfLink);
  onRealtime<LeadOfEvent>('lead.moved', applyLeadOfLink);
}
