import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Sql } from '../../../platform/database/sql.js';
import { keptRows } from '../../../testing/kept-rows.js';
import { refusedPaths } from '../../../testing/refusals.js';
import { createTestApp, type TestApp } from '../../../testing/test-app.js';
import { keyWith } from '../../../testing/test-people.js';
import { AuthHttpModule } from '../../auth/index.js';
import { BusinessHttpModule } from '../business-http.module.js';
import { Business } from '../services/business.js';
import type { SettingsView, StoreList } from './settings.dto.js';

let host: TestApp;
let headers: { authorization: string };

const read = async (): Promise<SettingsView> => (await host.request<SettingsView>({ path: '/settings', headers })).body;
const patch = (body: unknown, more: Record<string, string> = {}) =>
  host.request<SettingsView & { code: string }>({
    method: 'PATCH',
    path: '/settings',
    body,
    headers: { ...headers, ...more },
  });
const stores = async (): Promise<StoreList['data']> =>
  (await host.request<StoreList>({ path: '/stores', headers })).body.data;
const traces = () => keptRows(host.get(Sql), ['business', 'store', 'audit_entry']);
const store = (over: Record<string, unknown> = {}) => ({
  name: 'Centro',
  address: 'Av. Amazonas 123',
  city: 'Quito',
  hours: 'Lunes a viernes de 9 a 18',
  pickup: true,
  ...over,
});
const span = (over: Record<string, unknown> = {}) => ({ weekday: 1, opens: '09:00', closes: '18:00', ...over });

beforeAll(async () => {
  host = await createTestApp([AuthHttpModule, BusinessHttpModule]);
  headers = (await keyWith(host, ['settings:manage'])).headers;
});
afterAll(() => host.close());

describe('settings that do not fit', () => {
  it('are named all at once, wherever they are', async () => {
    const answer = await patch({
      business: { name: ['x'], timeZone: 7, currency: 'XXQ', country: 'ec', voice: null, demo: true },
      stores: [store(), store({ name: '', pickup: 'yes', city: {}, colour: 'red' })],
      hours: [span(), span({ weekday: 0, opens: '24:00', closes: '9:00' })],
      holidays: [{ date: '2026-13-01', name: 5 }],
      version: 3,
    });
    expect(answer).toMatchObject({ status: 400, body: { code: 'validation_failed' } });
    expect(refusedPaths(answer)).toEqual(
      [
        ...['name', 'timeZone', 'currency', 'country', 'voice', 'demo'].map((field) => `/business/${field}`),
        ...['name', 'pickup', 'city', 'colour'].map((field) => `/stores/1/${field}`),
        ...['weekday', 'opens', 'closes'].map((field) => `/hours/1/${field}`),
        ...['date', 'name'].map((field) => `/holidays/0/${field}`),
        '/version',
      ].sort(),
    );
  });

  it.each<[string, unknown, string]>([
    ['a list for the business', { business: [] }, '/business'],
    ['a text for the business', { business: 'Motos' }, '/business'],
    ['null for the business', { business: null }, '/business'],
    ['null for the week', { hours: null }, '/hours'],
    ['an object for the week', { hours: { 0: span() } }, '/hours'],
    ['null for the holidays', { holidays: null }, '/holidays'],
    ['null for the stores', { stores: null }, '/stores'],
    ['null among the stores', { stores: [null] }, '/stores'],
    ['texts among the hours', { hours: ['09:00-18:00'] }, '/hours'],
    ['more of a week than there is', { hours: Array.from({ length: 51 }, () => span()) }, '/hours'],
    ['more stores than anybody has', { stores: Array.from({ length: 201 }, () => store()) }, '/stores'],
    ['no name', { business: { name: '' } }, '/business/name'],
    ['a long name', { business: { name: 'x'.repeat(121) } }, '/business/name'],
    ['a zone that is none', { business: { timeZone: 'America/Guayaquil; drop' } }, '/business/timeZone'],
    ['an empty zone', { business: { timeZone: '' } }, '/business/timeZone'],
    ['two spans at once', { hours: [span(), span({ opens: '17:59', closes: '20:00' })] }, '/hours/1'],
    ['a span of no length', { hours: [span({ opens: '09:00', closes: '09:00' })] }, '/hours/0'],
    ['a span over midnight', { hours: [span({ opens: '22:00', closes: '02:00' })] }, '/hours/0'],
    ['a store that is no id', { stores: [store({ id: 'centro' })] }, '/stores/0/id'],
    ['the 31st of February', { holidays: [{ date: '2026-02-31', name: 'x' }] }, '/holidays/0/date'],
    ['the 30th of February of every year', { holidays: [{ date: '--02-30', name: 'x' }] }, '/holidays/0/date'],
    ['the 31st of April', { holidays: [{ date: '--04-31', name: 'x' }] }, '/holidays/0/date'],
  ])('%s changes nothing', async (_, body, path) => {
    const before = await traces();
    const answer = await patch(body);
    expect(answer.status).toBe(400);
    expect(refusedPaths(answer).some((refused) => refused === path || refused.startsWith(`${path}/`))).toBe(true);
    expect(await traces()).toEqual(before);
  });

  it('one store cannot stand in the list twice', async () => {
    const id = randomUUID();
    const before = await traces();
    const answer = await patch({ stores: [store({ id }), store({ id, name: 'Norte' })] });
    expect([answer.status, refusedPaths(answer)]).toEqual([400, ['/stores']]);
    expect(await traces()).toEqual(before);
  });
});

describe('settings that fit', () => {
  it.each<[string, object]>([
    ['a leap day every year', { holidays: [{ date: '--02-29', name: 'Bisiesto' }] }],
    ['a leap day of a leap year', { holidays: [{ date: '2028-02-29', name: 'Bisiesto' }] }],
    ['spans that touch', { hours: [span({ closes: '13:00' }), span({ opens: '13:00', closes: '24:00' })] }],
    ['all day', { hours: [span({ opens: '00:00', closes: '24:00' })] }],
    ['never open', { hours: [] }],
    ['no holidays', { holidays: [] }],
  ])('%s is kept as it was sent', async (_, body) => {
    expect((await patch(body)).status).toBe(200);
    expect(await read()).toMatchObject(body);
  });

  it('every zone, currency and voice that is offered is taken', async () => {
    for (const timeZone of ['America/Argentina/Buenos_Aires', 'Pacific/Kiritimati', 'UTC', 'Asia/Kathmandu'])
      expect((await patch({ business: { timeZone } })).body.business.timeZone).toBe(timeZone);
    for (const currency of ['USD', 'ARS', 'CLP', 'KWD', 'EUR'])
      expect((await patch({ business: { currency } })).body.business.currency).toBe(currency);
    for (const voice of ['es-rioplatense', 'es-neutral', 'pt-BR', 'en'])
      expect((await patch({ business: { voice } })).body.business.voice).toBe(voice);
  });

  it('a name is text, whatever it looks like', async () => {
    const name = `Motos "del Sur" <b>&amp;</b> '; drop table business; -- {{nombre}} 🏍`;
    expect((await patch({ business: { name } })).body.business.name).toBe(name);
    expect((await read()).business.name).toBe(name);
  });

  it('are seen at once by the next read, and by who asks whether it is open', async () => {
    const business = host.get(Business);
    await patch({ business: { timeZone: 'UTC' }, hours: [span({ weekday: 3 })], holidays: [] });
    const noon = new Date('2026-11-18T12:00:00Z');
    expect(await business.openAt(noon)).toEqual({ open: true, nextOpening: noon });
    await patch({ holidays: [{ date: '--11-18', name: 'Aniversario' }] });
    expect(await business.openAt(noon)).toEqual({ open: false, nextOpening: new Date('2026-11-25T09:00:00Z') });
    await patch({ hours: [], holidays: [] });
    expect(await business.openAt(noon)).toEqual({ open: false, nextOpening: undefined });
  });

  it('one of many writes on a version wins, and the record tells which fields', async () => {
    const { version } = await read();
    const answers = await Promise.all(
      ['Uno', 'Dos', 'Tres'].map((name) =>
        patch({ business: { name }, hours: [span()] }, { 'if-match': `"${version}"` }),
      ),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412, 412]);
    expect((await read()).version).toBe(version + 1);
    const [told] = await host
      .get(Sql)
      .rows<{ detail: object }>(
        "select detail from audit_entry where action = 'settings.changed' order by id desc limit 1",
      );
    expect(told?.detail).toEqual({ fields: ['name', 'hours'] });
  });
});

describe('stores', () => {
  it('come in the order they were given, and go when they are not given', async () => {
    const made = (await patch({ stores: ['C', 'A', 'B'].map((name) => store({ name })) })).body.stores;
    expect(made.map(({ name }) => name)).toEqual(['C', 'A', 'B']);
    await patch({ stores: made.toReversed() });
    expect((await stores()).map(({ name }) => name)).toEqual(['B', 'A', 'C']);
    await patch({ stores: made.slice(0, 1) });
    expect(await stores()).toEqual(made.slice(0, 1));
    await patch({ business: { name: 'Otra cosa' } });
    expect(await stores()).toEqual(made.slice(0, 1));
    await patch({ stores: [] });
    expect(await stores()).toEqual([]);
  });
});
