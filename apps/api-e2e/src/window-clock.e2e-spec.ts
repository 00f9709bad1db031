import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { channelOf } from './testing/catalogue.js';
import type { Conversation } from './testing/conversation.js';
import { customerWho, messageWithStatus } from './testing/customer.js';
import { openStage, type Person, type Stage } from './testing/stage.js';
import { until } from './testing/until.js';

const HOUR_MS = 3_600_000;

let stage: Stage;
let paula: Person;
let keys = 0;
beforeAll(async () => {
  stage = await openStage();
  paula = await stage.person('Paula Mendoza', 'advisor');
}, 240_000);
afterEach(async () => {
  // Only what moves can be put back.
  if ((await stage.admin.get<{ movable: boolean }>('/simulator/clock')).body.movable) await move({ reset: true });
});
afterAll(() => stage?.close(), 30_000);

const move = async (by: { advanceMs: number } | { reset: true }): Promise<void> => {
  const moved = await stage.admin.send('POST', '/simulator/clock', by);
  if (moved.status !== 200) throw new Error(`${moved.status} ${moved.text}`);
};
const seen = async ({ id }: Conversation): Promise<Conversation> =>
  (await paula.get<Conversation & Record<string, unknown>>(`/conversations/${id}`)).body;
const say = (
  id: string,
  body: object,
): ReturnType<typeof paula.send<{ id: string; conversationId: string; code?: string }>> =>
  paula.send<{ id: string; conversationId: string; code?: string }>('POST', `/conversations/${id}/messages`, body, {
    'idempotency-key': `window-${(keys += 1)}`,
  });

describe('the window for free words', () => {
  it('is open for 24 hours after the customer wrote, and says until when', async () => {
    const { conversation } = await customerWho(stage, 'Hola');
    const { replyPolicy } = await seen(conversation);
    expect(replyPolicy).toMatchObject({ kind: 'free', reason: null });
    await move({ advanceMs: 23 * HOUR_MS });
    expect((await seen(conversation)).replyPolicy.kind).toBe('free');
    const sent = await say(conversation.id, { type: 'text', text: 'Justo a tiempo' });
    expect(sent.status).toBe(201);
    await messageWithStatus(paula, sent.body, 'sent', 'delivered', 'read');
  });

  it('closes after that: words are refused before they leave, a template is not', async () => {
    const { phone, conversation } = await customerWho(stage, 'Hola');
    await stage.admin.send('POST', '/templates/sync');
    const template = await until('a template without variables', async () =>
      (
        await paula.get<{ data: { id: string; variables: unknown[] }[] }>('/templates?status=approved&limit=100')
      ).body.data.find(({ variables }) => variables.length === 0),
    );
    await move({ advanceMs: 25 * HOUR_MS });
    expect((await seen(conversation)).replyPolicy).toMatchObject({
      kind: 'template',
      reason: 'window_closed',
      allowed: ['template'],
    });
    expect((await paula.get(`/conversations/${conversation.id}/can-send`)).body).toMatchObject({
      verdict: 'refuse',
      code: 'window_closed',
    });
    const refused = await say(conversation.id, { type: 'text', text: '¿Sigue interesada?' });
    expect([refused.status, refused.body.code]).toEqual([409, 'window_closed']);
    expect(await stage.provider.accepted(phone)).toEqual([]);
    const sent = await say(conversation.id, { type: 'template', templateId: template.id, variables: {} });
    expect(sent.status).toBe(201);
    await messageWithStatus(paula, sent.body, 'sent', 'delivered', 'read');
    expect((await stage.provider.accepted(phone)).map(({ type }) => type)).toEqual(['template']);
  });

  it('opens again when the customer writes again', async () => {
    const { phone, conversation } = await customerWho(stage, 'Hola');
    await move({ advanceMs: 25 * HOUR_MS });
    expect((await seen(conversation)).replyPolicy.kind).toBe('template');
    await stage.provider.write(phone, '', { type: 'text', text: 'Aquí estoy' });
    await until('the window to be open', async () => (await seen(conversation)).replyPolicy.kind === 'free');
    const sent = await say(conversation.id, { type: 'text', text: 'Qué bueno' });
    expect(sent.status).toBe(201);
    await messageWithStatus(paula, sent.body, 'sent', 'delivered', 'read');
  });
});

describe('a conversation put aside until a moment', () => {
  it('opens by itself when that moment has come', async () => {
    const { conversation } = await customerWho(stage, 'Escríbame mañana');
    const followUpAt = new Date(Date.now() + 20 * HOUR_MS).toISOString();
    const aside = await paula.send('PATCH', `/conversations/${conversation.id}`, { status: 'follow_up', followUpAt });
    expect(aside.status).toBe(200);
    expect((await seen(conversation)).status).toBe('follow_up');
    await move({ advanceMs: 21 * HOUR_MS });
    await until('it to be open', async () => (await seen(conversation)).status === 'open', 40_000);
  });
});

describe('the clock', () => {
  it('is only moved by who may, on a sandbox, and not backwards or too far', async () => {
    const other = await stage.system('links:read', 'conversations:read');
    expect((await other.send('POST', '/simulator/clock', { advanceMs: HOUR_MS })).status).toBe(403);
    for (const body of [{ advanceMs: -1 }, { advanceMs: 0 }, { advanceMs: 'x' }, {}, { advanceMs: 1e15 }])
      expect([body, (await stage.admin.send('POST', '/simulator/clock', body)).status]).toEqual([body, 400]);
    await move({ advanceMs: HOUR_MS });
    expect((await stage.admin.get<{ offsetMs: number }>('/simulator/clock')).body.offsetMs).toBe(HOUR_MS);
    await move({ reset: true });
    expect((await stage.admin.get<{ offsetMs: number }>('/simulator/clock')).body.offsetMs).toBe(0);
    const audit = await stage.admin.get('/audit?limit=50');
    expect(audit.text).toContain('sandbox-clock.moved');
  });

  it('stands still as soon as a live channel exists', async () => {
    const { id } = await channelOf(stage.admin);
    const live = await stage.admin.send<{ code?: string }>('POST', '/channels', {
      kind: 'whatsapp_cloud',
      name: 'En vivo',
      phoneNumberId: '555000111222',
      businessAccountId: '555000111223',
      country: 'EC',
      sandbox: false,
      credentials: {
        accessToken: 'a-live-token',
        appSecret: 'a-live-app-secret-of-32-characters',
        verifyToken: 'a-live-verify-token',
      },
    });
    if (live.status !== 201) throw new Error(`${live.status} ${live.text}`);
    const stuck = await stage.admin.send<{ code: string }>('POST', '/simulator/clock', { advanceMs: HOUR_MS });
    expect([stuck.status, stuck.body.code]).toEqual([409, 'clock_not_movable']);
    expect((await stage.admin.get(`/channels/${id}`)).status).toBe(200);
  });
});
