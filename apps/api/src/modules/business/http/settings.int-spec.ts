import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createTestApp, type TestApp } from '../../../testing/test-app.js';
import { ApiKeys, AuthHttpModule, type Permission } from '../../auth/index.js';
import { BusinessHttpModule } from '../business-http.module.js';
import { Business } from '../services/business.js';
import type { SettingsView, StoreList } from './settings.dto.js';

type Refused = { code: string; currentVersion?: number; errors?: { path: string }[] };

let host: TestApp;
let manager: Record<string, string>;
let reader: Record<string, string>;

const keyOf = async (...scopes: Permission[]) => ({
  authorization: `Bearer ${(await host.get(ApiKeys).create('system', { name: 'tests', scopes })).key}`,
});
const read = (headers = reader) => host.request<SettingsView>({ path: '/settings', headers });
const patch = (body: unknown, headers: Record<string, string> = {}) =>
  host.request<SettingsView & Refused>({
    method: 'PATCH',
    path: '/settings',
    body,
    headers: { ...manager, ...headers },
  });

beforeAll(async () => {
  host = await createTestApp([AuthHttpModule, BusinessHttpModule]);
  manager = await keyOf('settings:manage');
  reader = await keyOf('leads:read');
});
afterAll(() => host.close());

describe('/settings', () => {
  it('has a business from the first day, readable to whoever is signed in', async () => {
    const answer = await read();
    expect(answer).toMatchObject({
      status: 200,
      body: { business: { demo: false, sandbox: false }, stores: [], holidays: [] },
    });
    expect(answer.headers.get('etag')).toBe(`"${answer.body.version}"`);
    expect((await read({})).status).toBe(401);
    expect(
      (await host.request({ method: 'PATCH', path: '/settings', body: { holidays: [] }, headers: reader })).status,
    ).toBe(403);
  });

  it('changes only what is named, and everybody sees it at once', async () => {
    const { hours } = (await read()).body;
    const { version } = (
      await patch({
        business: {
          name: 'Motos del Sur',
          timeZone: 'America/Guayaquil',
          currency: 'USD',
          country: 'EC',
          voice: 'es-neutral',
        },
      })
    ).body;
    expect((await read()).body).toMatchObject({
      business: { name: 'Motos del Sur', currency: 'USD', voice: 'es-neutral' },
      hours,
      version,
    });
    await patch({ holidays: [{ date: '--12-25', name: 'Navidad' }] });
    const business = host.get(Business);
    expect(await business.current()).toMatchObject({
      name: 'Motos del Sur',
      timeZone: 'America/Guayaquil',
      holidays: [{ date: '--12-25', name: 'Navidad' }],
    });
    expect(await business.openAt(new Date('2026-12-25T15:00:00Z'))).toMatchObject({
      open: false,
      nextOpening: new Date('2026-12-28T14:00:00Z'),
    });
  });

  it('refuses a write on an older version', async () => {
    const { version } = (await read()).body;
    expect((await patch({ business: { name: 'Uno' } }, { 'if-match': `"${version}"` })).headers.get('etag')).toBe(
      `"${version + 1}"`,
    );
    expect(await patch({ business: { name: 'Dos' } }, { 'if-match': `"${version}"` })).toMatchObject({
      status: 412,
      body: { code: 'stale_version', currentVersion: version + 1 },
    });
    expect((await read()).body.business.name).toBe('Uno');
  });

  it.each<[unknown, string]>([
    [{ business: { timeZone: 'Mars/Olympus' } }, '/business/timeZone'],
    [{ business: { currency: 'pesos' } }, '/business/currency'],
    [{ business: { country: 'Ecuador' } }, '/business/country'],
    [{ business: { voice: 'pirate' } }, '/business/voice'],
    [{ business: { demo: true } }, '/business/demo'],
    [{ hours: [{ weekday: 1, opens: '18:00', closes: '09:00' }] }, '/hours/0'],
    [{ hours: [{ weekday: 8, opens: '9', closes: '25:00' }] }, '/hours/0/weekday'],
    [{ holidays: [{ date: '25/12/2026', name: 'Navidad' }] }, '/holidays/0/date'],
    [{ stores: [{ name: 'Centro' }] }, '/stores/0/address'],
  ])('refuses %j at %s', async (body, path) => {
    const before = (await read()).body;
    const answer = await patch(body);
    expect(answer.status).toBe(400);
    expect(answer.body.errors?.map((error) => error.path)).toContain(path);
    expect((await read()).body).toEqual(before);
  });
});

describe('stores', () => {
  it('are replaced as a list, keeping the ids that stay', async () => {
    const store = {
      name: 'Centro',
      address: 'Av. Amazonas 123',
      city: 'Quito',
      hours: 'Lunes a viernes de 9 a 18',
      pickup: true,
    };
    const [centre] = (await patch({ stores: [store, { ...store, name: 'Norte' }] })).body.stores;
    await patch({
      stores: [
        { ...store, name: 'Valle' },
        { ...store, id: centre?.id, pickup: false },
      ],
    });
    const { data } = (await host.request<StoreList>({ path: '/stores', headers: reader })).body;
    expect(data.map(({ name, pickup }) => [name, pickup])).toEqual([
      ['Valle', true],
      ['Centro', false],
    ]);
    expect(data[1]?.id).toBe(centre?.id);
  });
});
