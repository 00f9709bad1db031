import { randomInt } from 'node:crypto';
import { Sql } from '../../../platform/database/sql.js';
import { Encryption } from '../../../platform/encryption/encryption.js';
import { newId } from '../../../platform/ids/uuid.js';
import { createTestApp, type TestAnswer, type TestApp } from '../../../testing/test-app.js';
import { ApiKeys, AuthHttpModule, type Permission } from '../../auth/index.js';
import { ItemEditing } from '../../catalogue/index.js';
import { Channels } from '../../channels/index.js';
import type { LinkView } from '../http/link-view.js';
import { LinksHttpModule } from '../links-http.module.js';

export const IPHONE =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Mobile/15E148 Safari/604.1';

type Method = 'GET' | 'POST' | 'PATCH' | 'DELETE';

export interface KeptClick {
  id: string;
  kind: string;
  claim_code: string | null;
  utm: Record<string, string> | null;
  referrer_host: string | null;
  agent_family: string;
  claimed_by_message: string | null;
}

export interface LinkApp extends TestApp {
  sql: Sql;
  channelId: string;
  itemId: string;
  call<T = Record<string, unknown>>(
    method: Method,
    path: string,
    body?: unknown,
    headers?: Record<string, string>,
  ): Promise<TestAnswer<T>>;
  /** Asks with a key of these permissions. */
  as(
    scopes: readonly Permission[],
  ): Promise<<T = Record<string, unknown>>(method: Method, path: string, body?: unknown) => Promise<TestAnswer<T>>>;
  /** A new link, on Facebook unless told otherwise. */
  link(over?: Record<string, unknown>): Promise<LinkView>;
  /** Opens a short address as a new visitor. */
  open(slug: string, headers?: Record<string, string>, query?: string): Promise<Response>;
  clicks(linkId: string): Promise<KeptClick[]>;
  channel(over?: {
    kind?: string;
    address?: string;
    displayAddress?: string | null;
    active?: boolean;
  }): Promise<string>;
}

/** Links on the real platform, with one number and one item. */
export async function startLinkApp(): Promise<LinkApp> {
  const app = await createTestApp([AuthHttpModule, LinksHttpModule]);
  const sql = app.get(Sql);
  const keyOf = async (scopes: readonly Permission[]): Promise<Record<string, string>> => ({
    authorization: `Bearer ${(await app.get(ApiKeys, { strict: false }).create('system', { name: 'test', scopes })).key}`,
  });
  const bearer = await keyOf(['links:read', 'links:write']);
  const channel: LinkApp['channel'] = async ({
    kind = 'whatsapp_cloud',
    address = newId(),
    displayAddress = '+593 99 000 0001',
    active = true,
  } = {}) => {
    const id = newId();
    await sql.rows(
      `insert into channel (id, kind, name, address, display_address, base_url, credentials, country, sandbox, active, rate, created_at, updated_at)
       values ($1, $2, 'Ventas', $3, $4, 'http://x', $5, 'EC', true, $6, 80, now(), now())`,
      [id, kind, address, displayAddress, app.get(Encryption).encrypt('{}'), active],
    );
    app.get(Channels, { strict: false }).forget();
    return id;
  };
  const channelId = await channel();
  const item = await app.get(ItemEditing, { strict: false }).create('system', {
    kind: 'property',
    sku: 'VM-1',
    name: 'Villa Marina',
    category: 'casas',
    description: 'Frente al mar',
    priceRetail: { amount: 9_900_000, currency: 'USD' },
    images: ['https://cdn.example/a.jpg'],
  });
  // Counters of visits outlive a run: each has a network of its own.
  const network = `10.${randomInt(256)}.${randomInt(256)}`;
  let visitors = 0;
  const call: LinkApp['call'] = (method, path, body, headers = {}) =>
    app.request({ method, path, ...(body !== undefined && { body }), headers: { ...bearer, ...headers } });
  return {
    ...app,
    sql,
    channelId,
    itemId: item.id,
    call,
    channel,
    as: async (scopes) => {
      const headers = await keyOf(scopes);
      return (method, path, body) => app.request({ method, path, ...(body !== undefined && { body }), headers });
    },
    link: async (over = {}) => {
      const wanted = { itemId: item.id, name: `Enlace ${newId()}`, networks: ['facebook'], channelId, ...over };
      const { status, body, text } = await call<{ data: LinkView[] }>('POST', '/links', wanted);
      const [made] = status === 201 ? body.data : [];
      if (!made) throw new Error(`no link was made: ${status} ${text}`);
      return made;
    },
    open: (slug, headers = {}, query = '') =>
      fetch(`${app.origin}/l/${slug}${query}`, {
        redirect: 'manual',
        headers: {
          'user-agent': IPHONE,
          'x-forwarded-for': `${network}.${(visitors += 1)}`,
          connection: 'close',
          ...headers,
        },
      }),
    clicks: (linkId) =>
      sql.rows<KeptClick>(
        'select id, kind, claim_code, utm, referrer_host, agent_family, claimed_by_message from link_click where link_id = $1 order by id',
        [linkId],
      ),
  };
}
