import type { Schemas } from '@hilo/api-client';
import { screen } from '@testing-library/react';
import type { Me } from '../../../app/session';
import type { Answer, Received } from '../../../testing/fake-server';
import { ADVISOR } from '../../../testing/open-panel';
import { page, showPanel, type Answering } from '../../../testing/shown-panel';
import type { Channel, LinkStats, TrackedLink } from '../model/link';
import { aLink } from './a-link';

export const MARKETER: Me = {
  ...ADVISOR,
  roles: ['marketing'],
  permissions: ['links:read', 'links:write', 'catalogue:read', 'leads:read', 'conversations:read'],
};
/** The same person, who reads the panel in this language. */
export const speaking = (language: Me['preferences']['language']): Me => ({
  ...MARKETER,
  preferences: { ...MARKETER.preferences, language },
});
export const SOFA = { id: '01a1fce6-9f31-7215-98c0-f4b4524ebaf9', name: 'Sofá Cotopaxi', sku: 'SOF-3' };

export const aChannel = (over: Partial<Channel> = {}): Channel => ({
  id: 'ch1',
  kind: 'whatsapp_cloud',
  name: 'Ventas',
  address: '593990000001',
  displayAddress: '+593 99 000 0001',
  sandbox: false,
  active: true,
  ...over,
});

/** What the shop knows; a test says only what matters to it. */
export interface LinksShop {
  me: Me;
  links: readonly TrackedLink[];
  channels: readonly Channel[];
  stats: LinkStats | null;
  leads: readonly Record<string, unknown>[];
}

/** A server that keeps links: it narrows by network, item and archive as the API does, and makes what it is asked for. */
function linksServer(shop: LinksShop): Answering {
  const links = new Map(shop.links.map((link) => [link.id, link]));
  return ({ method, path, query, body }: Received): Answer | undefined => {
    if (path === '/me') return { body: shop.me };
    if (path === '/channels') return page(shop.channels);
    if (path === '/catalogue') return page([SOFA]);
    if (path === `/catalogue/${SOFA.id}`) return { body: SOFA };
    if (path === '/leads') return page(shop.leads);
    if (path.endsWith('/stats')) return shop.stats ? { body: shop.stats } : undefined;
    if (path === '/links' && method === 'POST') {
      const { name, networks } = body as { name: string; networks: TrackedLink['network'][] };
      const made = networks.map((network) => aLink({ id: `new-${network}`, name, network }));
      for (const link of made) links.set(link.id, link);
      return { status: 201, body: { data: made } };
    }
    if (path === '/links') {
      const archived = query.get('archived') === 'true';
      return page(
        [...links.values()].filter(
          (link) =>
            (link.archivedAt !== null) === archived &&
            (query.get('network') ?? link.network) === link.network &&
            (query.get('itemId') ?? link.item?.id) === link.item?.id,
        ),
      );
    }
    const link = links.get(path.replace('/links/', ''));
    if (!link) return undefined;
    if (method === 'GET') return { body: link };
    if (method === 'DELETE') {
      const used = link.totals.clicks > 0;
      if (used) links.set(link.id, { ...link, archivedAt: '2026-11-28T10:00:00.000Z' });
      else links.delete(link.id);
      return { body: { outcome: used ? 'archived' : 'deleted' } };
    }
    const { archived, utm, ...fields } = body as Schemas['ChangeLinkInput'];
    const changed = {
      ...link,
      ...(archived === false && { archivedAt: null, active: true }),
      ...fields,
      utm: { ...link.utm, ...utm },
      version: link.version + 1,
    };
    links.set(link.id, changed);
    return { body: changed };
  };
}

/** Opens the panel on the links of a small shop; `answer` speaks before the shop does. */
export function openLinks(address: string, shop: Partial<LinksShop> = {}, answer: Answering = () => undefined) {
  return showPanel(
    address,
    answer,
    linksServer({ me: MARKETER, links: [], channels: [aChannel()], stats: null, leads: [], ...shop }),
  );
}

/** The names of the links in view, from the top. */
export const linkNames = (): (string | null)[] =>
  screen
    .queryAllByRole('link')
    .filter((link) => /^\/enlaces\/(?!nuevo)/.test(link.getAttribute('href') ?? ''))
    .map((link) => link.textContent);
