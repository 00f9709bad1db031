import { screen, within } from '@testing-library/react';
import type { Me } from '../../../app/session';
import type { Answer, Received } from '../../../testing/fake-server';
import { ADVISOR } from '../../../testing/open-panel';
import { page, problem, showPanel, type Answering } from '../../../testing/shown-panel';
import type { Item } from '../model/item';
import { anItem, shownAt } from './an-item';

export const READER: Me = { ...ADVISOR, permissions: ['catalogue:read', 'links:read'] };
export const WRITER: Me = { ...READER, permissions: ['catalogue:read', 'catalogue:write', 'links:read'] };

/** What the server calls a photo that it was given. */
export const UPLOADED = '/api/v1/catalogue/photos/9f86d081884c7d659a2feaa0c55ad015';

/** A server that keeps a shelf: it narrows as the API does, and changes upon the right version only. */
function catalogueServer(items: readonly Item[], me: Me): Answering {
  const shelf = new Map(items.map((item) => [item.id, item]));
  const narrowed = (query: URLSearchParams) =>
    [...shelf.values()].filter(
      (item) =>
        item.status === (query.get('status') ?? 'active') &&
        (query.get('category') ?? item.category) === item.category &&
        (query.get('kind') ?? item.kind) === item.kind &&
        (query.get('inStock') === null || (query.get('inStock') === 'true') === (item.stock !== 0)) &&
        item.name.toLowerCase().includes((query.get('q') ?? '').toLowerCase()),
    );
  return ({ method, path, query, headers, body }: Received): Answer | undefined => {
    if (path === '/me') return { body: me };
    if (path === '/links') return page([]);
    if (path === '/catalogue' && method === 'GET') return page(narrowed(query));
    if (path === '/catalogue/photos') return { status: 201, body: { url: UPLOADED } };
    if (path === '/catalogue') {
      const made = anItem({ ...(body as Partial<Item>), id: 'made' });
      shelf.set(made.id, made);
      return { status: 201, body: made };
    }
    const name = decodeURIComponent(path.replace('/catalogue/', ''));
    const item = [...shelf.values()].find((one) => one.id === name || one.sku === name);
    if (!item) return undefined;
    if (method === 'GET') return { body: item };
    if (headers.get('if-match') !== `"${item.version}"`) return problem(412, 'stale_version');
    const fields = body as Partial<Item>;
    const photos = (fields.images ?? item.images).map(shownAt);
    const changed = { ...item, ...fields, photos, version: item.version + 1 };
    shelf.set(item.id, changed);
    return { body: changed };
  };
}

/** Opens the panel on a small shelf; `answer` speaks before the shop does. */
export function openCatalogue(
  address: string,
  items: readonly Item[] = [],
  { me = WRITER, answer = () => undefined }: { me?: Me; answer?: Answering } = {},
) {
  return showPanel(address, answer, catalogueServer(items, me));
}

/** The row of an item. */
export async function rowOf(name: string | RegExp): Promise<HTMLElement> {
  const row = (await screen.findByRole('link', { name })).closest('tr');
  if (!row) throw new Error(`no row of ${String(name)}`);
  return row;
}

export const cellsOf = async (name: string | RegExp): Promise<(string | null)[]> =>
  within(await rowOf(name))
    .getAllByRole('cell')
    .map((cell) => cell.textContent);
