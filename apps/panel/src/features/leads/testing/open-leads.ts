import type { Me } from '../../../app/session';
import type { Answer, Received } from '../../../testing/fake-server';
import { ADVISOR } from '../../../testing/open-panel';
import { page, problem, showPanel, type Answering } from '../../../testing/shown-panel';
import type { Lead } from '../model/lead';
import type { LeadEvent, ThreadMessage } from '../model/timeline';
import { aBoard } from './a-board';

export const WRITER: Me = {
  ...ADVISOR,
  permissions: [...ADVISOR.permissions, 'leads:write', 'contacts:read', 'contacts:write', 'catalogue:read'],
};

export const PAULA = { id: 'u1', name: 'Paula Ríos', initials: 'PR', roles: ['advisor'], active: true };
export const MARTA = { id: 'u2', name: 'Marta Vega', initials: 'MV', roles: ['supervisor'], active: true };
export const SOFA = { id: '01a1fce6-9f31-7215-98c0-f4b4524ebaf9', sku: 'SOF-3', name: 'Sofá Cotopaxi' };

/** What the shop knows; a test says only what matters to it. */
export interface LeadsShop {
  leads: readonly Lead[];
  me: Me;
  events: readonly LeadEvent[];
  messages: readonly ThreadMessage[];
  contacts: readonly { id: string; name: string; phone: string | null; city: string | null }[];
}

/** A server that keeps leads: it shows, narrows by nothing, and changes upon the right version only. */
function leadsServer(shop: LeadsShop): Answering {
  const leads = new Map(shop.leads.map((lead) => [lead.id, lead]));
  return ({ method, path, headers, body }: Received): Answer | undefined => {
    if (path === '/me') return { body: shop.me };
    if (path === '/leads/pipeline') return { body: aBoard([...leads.values()]) };
    if (path === '/leads') return page([...leads.values()]);
    if (path === '/users') return page([PAULA, MARTA, { ...MARTA, id: 'u9', name: 'Mario Ads', roles: ['marketing'] }]);
    if (path === '/contacts') return page(shop.contacts);
    if (path === '/catalogue') return page([SOFA]);
    if (path === `/catalogue/${SOFA.id}`) return { body: SOFA };
    if (path.endsWith('/events')) return page(shop.events);
    if (path.endsWith('/messages')) return page(shop.messages);
    const lead = leads.get(path.replace('/leads/', ''));
    if (!lead) return undefined;
    if (method === 'GET') return { body: lead };
    if (headers.get('if-match') !== `"${lead.version}"`) return problem(412, 'stale_version');
    const { assigneeId, ...change } = body as Partial<Lead> & { assigneeId?: string | null };
    const changed = { ...lead, ...change, version: lead.version + 1 };
    if (assigneeId !== undefined) changed.assignee = [PAULA, MARTA].find(({ id }) => id === assigneeId) ?? null;
    if (change.quality !== undefined) Object.assign(changed, { qualityBy: 'person', qualityReasons: [] });
    if (changed.state !== 'lost') changed.lostReason = null;
    leads.set(lead.id, changed);
    return { body: changed };
  };
}

/** Opens the panel on the leads of a small shop; `answer` speaks before the shop does. */
export function openLeads(address: string, shop: Partial<LeadsShop> = {}, answer: Answering = () => undefined) {
  return showPanel(
    address,
    answer,
    leadsServer({ leads: [], me: WRITER, events: [], messages: [], contacts: [], ...shop }),
  );
}
