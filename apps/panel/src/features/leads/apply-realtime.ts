import type { QueryClient } from '@tanstack/react-query';
import { gathered } from '../../app/gathered';
import { onRealtime, type RealtimeContext } from '../../app/realtime-registry';
import type { RealtimeEvent } from '../../app/realtime-event';
import { cachedLead, placeLead, refreshLeads } from './api/lead-cache';
import { keys } from './api/lead-queries';
import { markMoved } from './api/moved-store';
import type { Lead } from './model/lead';

/** One refresh for a burst of news. */
const refreshSoon = gathered<QueryClient>(800, refreshLeads);

/** A lead began or changed: known ones take their new place; one that is not loaded moves only counts, which the server knows. */
export function applyLead({ type, data }: RealtimeEvent<Lead>, { client, live }: RealtimeContext): void {
  const before = cachedLead(client, data.id);
  if (before && before.version > data.version) return;
  const ours = before?.version === data.version;
  // The event knows no reader: what this person has not read stays as it was counted for them.
  placeLead(client, before ? { ...data, unreadCount: before.unreadCount } : data);
  if (!before && type !== 'lead.created') refreshSoon(client);
  if (live && !ours && before?.state !== data.state) markMoved(data.id);
  void client.invalidateQueries({ queryKey: keys.events(data.id) });
}

let applied = false;

/** Once for the life of the page: the board must not miss what happens while another screen is open. */
export function applyLeadsRealtime(): void {
  if (applied) return;
  applied = true;
  onRealtime<Lead>('lead.created', applyLead);
  onRealtime<Lead>('lead.moved', applyLead);
}
