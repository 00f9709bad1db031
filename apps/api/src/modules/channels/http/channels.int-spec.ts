import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '../../../platform/ids/uuid.js';
import { keptRows } from '../../../testing/kept-rows.js';
import { Teams } from '../../auth/index.js';
import { WebhookIntake } from '../services/webhook-intake.js';
import { APP_SECRET, type ChannelApp, startChannelApp } from '../testing/channel-app.js';
import { startProvider, type ScriptedProvider } from '../testing/scripted-provider.js';
import { signedWebhook, whatsappBody } from '../testing/signed-webhook.js';

type Ask = Awaited<ReturnType<ChannelApp['as']>>;

const NEW_SECRET = 'b-secret-of-thirty-two-characters';
let app: ChannelApp;
let provider: ScriptedProvider;
let admin: Ask;
let reader: Ask;
let healthy = true;

beforeAll(async () => {
  provider = await startProvider(() =>
    healthy
      ? { status: 200, body: { id: '100200300', display_phone_number: '+593 99 000 0001', verified_name: 'Tienda' } }
      : {
          status: 401,
          body: { error: { message: 'Error validating access token', type: 'OAuthException', code: 190 } },
        },
  );
  app = await startChannelApp();
  await app.sql.rows('update channel set base_url = $1', [provider.baseUrl]);
  admin = await app.as(['conversations:read', 'channels:manage', 'webhook-events:read']);
  reader = await app.as(['conversations:read']);
});
afterAll(async () => {
  await app.close();
  await provider.close();
});

const take = (body: unknown, secret = APP_SECRET) =>
  app.get(WebhookIntake).take('whatsapp', signedWebhook(secret, body));
const auditOf = (action: string) =>
  app.sql.rows<{ detail: object }>('select detail from audit_entry where action = $1 order by id', [action]);

describe('reading channels', () => {
  it('tells address, health and webhook, and of the credentials only their names', async () => {
    await take(whatsappBody([{ id: 'wamid.first' }]));
    const { status, body, text } = await reader<{ data: Record<string, unknown>[] }>({ path: '/channels' });
    expect(status).toBe(200);
    expect(body.data).toHaveLength(1);
    expect(body.data[0]).toMatchObject({
      id: app.channel.id,
      kind: 'whatsapp_cloud',
      address: '100200300',
      displayAddress: '+593 99 000 0001',
      assistantMode: 'off',
      team: null,
      health: { state: 'healthy', reason: null },
      webhookUrl: expect.stringMatching(/^http.*\/webhooks\/whatsapp$/),
      lastWebhookAt: expect.any(String),
      credentials: ['appSecret', 'verifyToken', 'accessToken'],
    });
    for (const secret of [APP_SECRET, 'verify-me-please', 'access-token-1']) expect(text).not.toContain(secret);
  });

  it('has an ETag, and one answer for what does not exist', async () => {
    const known = await reader({ path: `/channels/${app.channel.id}` });
    expect(known.headers.get('etag')).toMatch(/^"\d+"$/);
    const unknown = await reader({ path: `/channels/${newId()}` });
    expect(unknown).toMatchObject({ status: 404, body: { code: 'not_found' } });
    expect((await reader({ path: '/channels/nonsense' })).status).toBe(400);
  });

  it('lets nobody change anything without the permission', async () => {
    for (const [method, path] of [
      ['PATCH', ''],
      ['POST', '/test'],
    ] as const) {
      expect((await reader({ method, path: `/channels/${app.channel.id}${path}`, body: {} })).status).toBe(403);
    }
    expect((await reader({ method: 'POST', path: '/channels', body: {} })).status).toBe(403);
    expect((await reader({ path: '/channels/problems' })).status).toBe(403);
  });
});

describe('changing a channel', () => {
  const patch = (body: object, version?: string) =>
    admin({
      method: 'PATCH',
      path: `/channels/${app.channel.id}`,
      body,
      ...(version && { headers: { 'if-match': version } }),
    });

  it('writes over the version it was based on only', async () => {
    const version = (await admin({ path: `/channels/${app.channel.id}` })).headers.get('etag') ?? '';
    const changed = await patch({ name: 'Ventas Quito', rate: 40, assistantMode: 'suggest' }, version);
    expect(changed).toMatchObject({ status: 200, body: { name: 'Ventas Quito', rate: 40, assistantMode: 'suggest' } });
    expect(await patch({ name: 'Tarde' }, version)).toMatchObject({
      status: 412,
      body: { code: 'stale_version', currentVersion: Number(version.slice(1, -1)) + 1 },
    });
    expect((await auditOf('channel.changed')).at(-1)?.detail).toEqual({
      fields: ['assistantMode', 'name', 'rate'],
      credentials: [],
    });
  });

  it('names every mistake at once and changes nothing', async () => {
    const refused = await patch({
      rate: 0,
      assistantMode: 'always',
      credentials: { appSecret: 'short' },
      sandbox: false,
      baseUrl: 'http://169.254.169.254',
    });
    expect(refused.status).toBe(400);
    const paths = (refused.body as { errors: { path: string }[] }).errors.map(({ path }) => path);
    expect(new Set(paths)).toEqual(
      new Set(['/rate', '/assistantMode', '/credentials/appSecret', '/sandbox', '/baseUrl']),
    );
    expect((await admin({ path: `/channels/${app.channel.id}` })).body).toMatchObject({ rate: 40 });
  });

  it('gives its enquiries to a team that exists, and takes them back', async () => {
    const team = await app.get(Teams).create('system', 'Quito');
    expect((await patch({ teamId: team.id })).body).toMatchObject({ team: { id: team.id, name: 'Quito' } });
    expect((await patch({ teamId: newId() })).body).toMatchObject({
      code: 'validation_failed',
      errors: [{ path: '/teamId' }],
    });
    expect((await patch({ teamId: null })).body).toMatchObject({ team: null });
  });

  it('takes new secrets without ever telling them, and the door believes them from then on', async () => {
    const changed = await patch({ credentials: { appSecret: NEW_SECRET } });
    expect(changed.text).not.toContain(NEW_SECRET);
    expect(await take(whatsappBody([{ id: 'wamid.new-secret' }]), NEW_SECRET)).toBe('stored');
    expect(await take(whatsappBody([{ id: 'wamid.old-secret' }]))).toBe('bad_signature');
    const detail = (await auditOf('channel.changed')).at(-1)?.detail;
    expect(detail).toEqual({ fields: [], credentials: ['appSecret'] });
    await patch({ credentials: { appSecret: APP_SECRET } });
  });
});

describe('connecting a number', () => {
  const wanted = {
    kind: 'whatsapp_cloud',
    name: 'Guayaquil',
    phoneNumberId: '200300400',
    businessAccountId: '700800900',
    country: 'EC',
    credentials: { accessToken: 'another-access-token', appSecret: NEW_SECRET },
  };

  it('tells the verify token it made this once', async () => {
    const made = await admin<{ id: string; verifyToken: string }>({ method: 'POST', path: '/channels', body: wanted });
    expect(made.status).toBe(201);
    expect(made.body.verifyToken).toMatch(/^[0-9a-f]{32}$/);
    expect((await admin({ path: `/channels/${made.body.id}` })).text).not.toContain(made.body.verifyToken);
    const handshake = `${app.origin}/webhooks/whatsapp?hub.mode=subscribe&hub.challenge=1158201444&hub.verify_token=`;
    expect(await (await fetch(`${handshake}${made.body.verifyToken}`)).text()).toBe('1158201444');
    expect((await fetch(`${handshake}wrong`)).status).toBe(403);
  });

  it('twice under one Idempotency-Key connects one, and keeps its secrets sealed', async () => {
    const request = {
      method: 'POST' as const,
      path: '/channels',
      body: { ...wanted, phoneNumberId: '210310410' },
      headers: { 'idempotency-key': newId() },
    };
    const first = await admin<{ id: string; verifyToken: string }>(request);
    const again = await admin<{ id: string; verifyToken: string }>(request);
    expect([again.status, again.body, again.headers.get('etag')]).toEqual([201, first.body, first.headers.get('etag')]);
    const kept = await keptRows(app.sql, ['idempotency_key', 'channel', 'audit_entry']);
    expect(kept.filter((row) => row.includes(request.headers['idempotency-key']))).toHaveLength(1);
    for (const secret of [first.body.verifyToken, NEW_SECRET])
      expect(kept.filter((row) => row.includes(secret))).toEqual([]);
  });

  it('refuses the same number twice, and a simulator that is not there', async () => {
    expect(await admin({ method: 'POST', path: '/channels', body: wanted })).toMatchObject({
      status: 409,
      body: { code: 'channel_exists' },
    });
    const sandbox = await admin({
      method: 'POST',
      path: '/channels',
      body: { ...wanted, phoneNumberId: '300400500', sandbox: true },
    });
    expect(sandbox).toMatchObject({ status: 400, body: { errors: [{ path: '/sandbox' }] } });
  });
});

describe('testing a channel', () => {
  const test = () =>
    admin<{ healthy: boolean; detail: string; channel: { health: object } }>({
      method: 'POST',
      path: `/channels/${app.channel.id}/test`,
    });

  it('lets the health say what the provider said', async () => {
    healthy = false;
    const failed = await test();
    expect(failed.body.healthy).toBe(false);
    expect(failed.body.channel.health).toMatchObject({ state: 'down', reason: failed.body.detail });
    healthy = true;
    expect((await test()).body).toMatchObject({
      healthy: true,
      detail: '+593 99 000 0001, Tienda',
      channel: { health: { state: 'healthy', reason: null } },
    });
    const told = await app.sql.rows<{ items: { health: string }[] }>(
      `select items from outbox where topic = 'channel.health-changed' order by id`,
    );
    expect(told.flatMap(({ items }) => items.map(({ health }) => health))).toEqual(['down', 'healthy']);
  });
});

describe('problems', () => {
  it('says in words what waits for a person', async () => {
    await app.sql.rows('truncate webhook_receipt, channel_event, inbox_pending, door_count');
    await take('{"object":"page"}');
    await take(whatsappBody([{ id: 'wamid.p1', phoneNumberId: '999', businessAccountId: '998' }]));
    await take(whatsappBody([{ id: 'wamid.p2', phoneNumberId: '999', businessAccountId: '998' }]));
    await app.sql.rows(
      `insert into door_count (door, day, bad_signatures) values ('whatsapp', current_date, 3) on conflict (door, day) do update set bad_signatures = 3`,
    );
    const { body } = await admin<{
      data: { kind: string; count: number; words: string; webhookEventId: string | null }[];
    }>({ path: '/channels/problems' });
    expect(body.data.map(({ kind, count }) => [kind, count])).toEqual([
      ['bad_signature', 3],
      ['unknown_channel', 2],
      ['not_understood', 1],
    ]);
    expect(body.data[1]?.words).toContain('999');
    const event = await admin({ path: `/webhook-events/${body.data[1]?.webhookEventId ?? ''}` });
    expect(event.body).toMatchObject({ outcome: 'unknown_channel' });
  });
});
