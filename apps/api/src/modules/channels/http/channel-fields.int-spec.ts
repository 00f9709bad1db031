import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '../../../platform/ids/uuid.js';
import { Channels } from '../services/channels.js';
import { APP_SECRET, type ChannelApp, startChannelApp } from '../testing/channel-app.js';

type Ask = Awaited<ReturnType<ChannelApp['as']>>;
interface Refused {
  code: string;
  errors?: { path: string; message: string }[];
}

let app: ChannelApp;
let admin: Ask;
beforeAll(async () => {
  app = await startChannelApp();
  admin = await app.as(['conversations:read', 'channels:manage']);
});
afterAll(() => app.close());

const wanted = {
  kind: 'whatsapp_cloud',
  name: 'Guayaquil',
  phoneNumberId: '200300400',
  businessAccountId: '700800900',
  country: 'EC',
  credentials: { accessToken: 'another-access-token', appSecret: 'b-secret-of-thirty-two-characters' },
};
const open = (over: object) => admin<Refused>({ method: 'POST', path: '/channels', body: { ...wanted, ...over } });
const patch = (body: unknown) => admin<Refused>({ method: 'PATCH', path: `/channels/${app.channel.id}`, body });
const pathsOf = ({ errors = [] }: Refused): string[] => [...new Set(errors.map(({ path }) => path))].sort();
const rows = () => app.sql.rows<Record<string, unknown>>('select * from channel order by created_at');

describe('connecting a number', () => {
  it('names everything that is missing at once', async () => {
    const refused = await admin<Refused>({ method: 'POST', path: '/channels', body: {} });
    expect([refused.status, refused.body.code]).toEqual([400, 'validation_failed']);
    expect(pathsOf(refused.body)).toEqual([
      '/businessAccountId',
      '/country',
      '/credentials',
      '/kind',
      '/name',
      '/phoneNumberId',
    ]);
  });

  it.each([
    ['/kind', { kind: 'whatsapp_twilio' }],
    ['/kind', { kind: 'instagram' }],
    ['/name', { name: '' }],
    ['/name', { name: ' ... ' }],
    ['/name', { name: 'x'.repeat(81) }],
    ['/name', { name: null }],
    ['/phoneNumberId', { phoneNumberId: '1234' }],
    ['/phoneNumberId', { phoneNumberId: '+593990000001' }],
    ['/phoneNumberId', { phoneNumberId: 200300400 }],
    ['/phoneNumberId', { phoneNumberId: '../me' }],
    ['/businessAccountId', { businessAccountId: '' }],
    ['/businessAccountId', { businessAccountId: '1'.repeat(31) }],
    ['/country', { country: 'ec' }],
    ['/country', { country: 'ECU' }],
    ['/displayAddress', { displayAddress: 'call me' }],
    ['/assistantMode', { assistantMode: 'on' }],
    ['/assistantMode', { assistantMode: null }],
    ['/rate', { rate: 0 }],
    ['/rate', { rate: 1001 }],
    ['/rate', { rate: 2.5 }],
    ['/rate', { rate: '40' }],
    ['/rate', { rate: null }],
    ['/teamId', { teamId: 'ventas' }],
    ['/teamId', { teamId: newId() }],
    ['/sandbox', { sandbox: 'yes' }],
    ['/sandbox', { sandbox: null }],
    ['/baseUrl', { baseUrl: 'http://169.254.169.254' }],
    ['/active', { active: true }],
    ['/credentials', { credentials: null }],
    ['/credentials', { credentials: 'secret' }],
    ['/credentials', { credentials: [] }],
    ['/credentials/accessToken', { credentials: { appSecret: wanted.credentials.appSecret } }],
    ['/credentials/appSecret', { credentials: { ...wanted.credentials, appSecret: 'a'.repeat(31) } }],
    ['/credentials/verifyToken', { credentials: { ...wanted.credentials, verifyToken: 'short' } }],
    ['/credentials/verifyToken', { credentials: { ...wanted.credentials, verifyToken: null } }],
    ['/credentials/password', { credentials: { ...wanted.credentials, password: 'x' } }],
  ])('refuses %s in %j and makes no channel', async (path, over) => {
    const refused = await open(over);
    expect([refused.status, pathsOf(refused.body)]).toEqual([400, [path]]);
    expect(await rows()).toHaveLength(1);
  });

  it('never repeats a secret that was refused', async () => {
    const refused = await open({ credentials: { accessToken: 'EAAG-very-secret-token', appSecret: 'short-secret' } });
    expect(refused.status).toBe(400);
    expect(refused.text).not.toContain('EAAG-very-secret-token');
    expect(refused.text).not.toContain('short-secret');
  });

  it('is made once of two that ask at the same moment, and the other hears so', async () => {
    const answers = await Promise.all([open({ phoneNumberId: '555666777' }), open({ phoneNumberId: '555666777' })]);
    expect(await app.sql.rows(`select 1 from channel where address = '555666777'`)).toHaveLength(1);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
  });
});

describe('changing a channel', () => {
  const DEFAULTS = { name: 'Ventas', rate: 80, assistant_mode: 'off', active: true };

  it.each([
    ['/name', { name: null }],
    ['/name', { name: '  ' }],
    ['/active', { active: null }],
    ['/active', { active: 'no' }],
    ['/rate', { rate: null }],
    ['/assistantMode', { assistantMode: null }],
    ['/credentials', { credentials: 'x' }],
    ['/credentials/appSecret', { credentials: { appSecret: null } }],
    ['/credentials/accessToken', { credentials: { accessToken: '' } }],
    ['/phoneNumberId', { phoneNumberId: '999' }],
    ['/kind', { kind: 'instagram' }],
    ['/health', { health: 'healthy' }],
    ['/version', { version: 9 }],
  ])('refuses %s in %j and changes nothing', async (path, body) => {
    const refused = await patch(body);
    expect([refused.status, pathsOf(refused.body)]).toEqual([400, [path]]);
    const [row] = await app.sql.rows('select name, rate, assistant_mode, active, version from channel where id = $1', [
      app.channel.id,
    ]);
    expect(row).toEqual({ ...DEFAULTS, version: 1 });
  });

  it.each([['[]'], ['null'], ['"x"'], ['5']])('refuses the body %s', async (body) => {
    const answer = await fetch(`${app.origin}/channels/${app.channel.id}`, {
      method: 'PATCH',
      body,
      headers: { authorization: await app.bearer(['channels:manage']), 'content-type': 'application/json' },
    });
    expect(answer.status).toBe(400);
  });

  it.each(['"x"', '3', '"-1"', '""'])('refuses the version %s', async (version) => {
    const answer = await admin<Refused>({
      method: 'PATCH',
      path: `/channels/${app.channel.id}`,
      body: { name: 'X' },
      headers: { 'if-match': version },
    });
    expect([answer.status, answer.body.code]).toEqual([400, 'invalid_if_match']);
  });

  it('may take the number people read away', async () => {
    expect((await patch({ displayAddress: '+593 99 000 0009' })).body).toMatchObject({
      displayAddress: '+593 99 000 0009',
    });
    expect((await patch({ displayAddress: null })).body).toMatchObject({ displayAddress: null });
  });

  it('keeps the secrets that were not given', async () => {
    await patch({ credentials: { accessToken: 'a-new-access-token' } });
    const { connection } = await app.get(Channels).connect(app.channel.id);
    expect(connection.credentials).toEqual({
      appSecret: APP_SECRET,
      verifyToken: 'verify-me-please',
      accessToken: 'a-new-access-token',
    });
  });

  it('lets one of two writers through that began with the same version', async () => {
    const version = (await admin({ path: `/channels/${app.channel.id}` })).headers.get('etag') ?? '';
    const write = (name: string) =>
      admin<Refused>({
        method: 'PATCH',
        path: `/channels/${app.channel.id}`,
        body: { name },
        headers: { 'if-match': version },
      });
    const answers = await Promise.all([write('Uno'), write('Dos'), write('Tres')]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412, 412]);
  });
});
