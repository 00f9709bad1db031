import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { readFileSync, readdirSync } from 'node:fs';
import { GraphApiError, WhatsAppClient } from '@kapso/whatsapp-cloud-api';
import { Bench } from '../testing/bench.js';

const FIXTURES = new URL('../../../api-e2e/fixtures/whatsapp/outbound/', import.meta.url);
const MARIA = '593991112201';
const phoneNumberId = '100200300';

let bench: Bench;
let client: WhatsAppClient;
beforeAll(async () => {
  bench = await Bench.start();
  client = new WhatsAppClient({ accessToken: 'simulator-token', baseUrl: bench.url, graphVersion: 'v25.0' });
});
beforeEach(() => bench.reset());
afterAll(() => bench.close());

const refusal = async (call: Promise<unknown>): Promise<GraphApiError> => {
  const error: unknown = await call.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (error instanceof GraphApiError) return error;
  throw new Error(`not refused: ${String(error)}`);
};

describe('messages, sent by a foreign client', () => {
  const to = `+${MARIA}`;
  const kinds = {
    text: () => client.messages.sendText({ phoneNumberId, to, body: 'Hola 👋', previewUrl: true }),
    image: () =>
      client.messages.sendImage({
        phoneNumberId,
        to,
        image: { link: 'https://files.example.com/a.jpg', caption: 'Foto' },
      }),
    video: () => client.messages.sendVideo({ phoneNumberId, to, video: { link: 'https://files.example.com/a.mp4' } }),
    audio: () => client.messages.sendAudio({ phoneNumberId, to, audio: { link: 'https://files.example.com/a.ogg' } }),
    document: () =>
      client.messages.sendDocument({
        phoneNumberId,
        to,
        document: { link: 'https://files.example.com/a.pdf', filename: 'a.pdf' },
      }),
    sticker: () =>
      client.messages.sendSticker({ phoneNumberId, to, sticker: { link: 'https://files.example.com/a.webp' } }),
    location: () =>
      client.messages.sendLocation({
        phoneNumberId,
        to,
        location: { latitude: -0.18, longitude: -78.48, name: 'Tienda' },
      }),
    contacts: () =>
      client.messages.sendContacts({
        phoneNumberId,
        to,
        contacts: [
          { name: { formattedName: 'Ana', firstName: 'Ana' }, phones: [{ phone: '+593990000009', type: 'WORK' }] },
        ],
      }),
    reaction: () =>
      client.messages.sendReaction({ phoneNumberId, to, reaction: { messageId: 'wamid.x', emoji: '👍' } }),
    buttons: () =>
      client.messages.sendInteractiveButtons({
        phoneNumberId,
        to,
        bodyText: '¿Sí?',
        buttons: [
          { id: 'si', title: 'Sí' },
          { id: 'no', title: 'No' },
        ],
      }),
    list: () =>
      client.messages.sendInteractiveList({
        phoneNumberId,
        to,
        bodyText: 'Elige',
        buttonText: 'Ver',
        sections: [{ title: 'A', rows: [{ id: '1', title: 'Uno' }] }],
      }),
    link: () =>
      client.messages.sendInteractiveCtaUrl({
        phoneNumberId,
        to,
        bodyText: 'Paga',
        parameters: { displayText: 'Pagar', url: 'https://pay.example.com/1' },
      }),
    template: () =>
      client.messages.sendTemplate({
        phoneNumberId,
        to,
        template: { name: 'hola_de_nuevo', language: { code: 'es' } },
      }),
  };

  it.each(Object.keys(kinds) as (keyof typeof kinds)[])('takes %s', async (kind) => {
    await bench.write(MARIA);
    const answer = await kinds[kind]();
    expect(answer.messages[0]?.id).toMatch(/^wamid\./);
    const { body } = await bench.get<{ entries: object[] }>('/ledger');
    expect(body.entries).toEqual([expect.objectContaining({ to: MARIA, id: answer.messages[0]?.id, answered: true })]);
  });

  it('answers with the number it understood, and takes scoped ids', async () => {
    await bench.write(MARIA);
    const answer = await client.messages.sendText({ phoneNumberId, to: '+593 99 111-2201', body: 'x' });
    expect(answer).toMatchObject({
      messaging_product: 'whatsapp',
      contacts: [{ input: '+593 99 111-2201', wa_id: MARIA }],
    });
    const { body } = await bench.get<{ data: { id: string; phone: string | null; userId: string }[] }>(
      '/phone/customers',
    );
    const userId = body.data.find(({ phone }) => phone === null)?.userId ?? '';
    await bench.write(userId);
    expect(
      await bench.graph('/100200300/messages', {
        messaging_product: 'whatsapp',
        recipient: userId,
        type: 'text',
        text: { body: 'x' },
      }),
    ).toMatchObject({
      status: 200,
      body: { contacts: [{ input: userId, user_id: userId }] },
    });
  });

  it('opens and closes the window with the clock', async () => {
    expect(await refusal(kinds.text())).toMatchObject({ code: 131047, httpStatus: 400 });
    await bench.write(MARIA);
    await kinds.text();
    await bench.post('/control/clock', { advanceMs: 24 * 3_600_000 + 1000 });
    expect(await refusal(kinds.text())).toMatchObject({ code: 131047, details: expect.stringContaining('24 hours') });
    await expect(kinds.template()).resolves.toHaveProperty('messages');
    await bench.write(MARIA);
    await expect(kinds.text()).resolves.toHaveProperty('messages');
  });

  it('explains what is wrong with a template', async () => {
    const template = (name: string, code: string, values: string[] = []) =>
      client.messages.sendTemplate({
        phoneNumberId,
        to,
        template: {
          name,
          language: { code },
          components:
            values.length === 0 ? [] : [{ type: 'body', parameters: values.map((text) => ({ type: 'text', text })) }],
        },
      });
    expect(await refusal(template('nothing', 'es'))).toMatchObject({ code: 132001 });
    expect(await refusal(template('hola_de_nuevo', 'fr'))).toMatchObject({ code: 132001 });
    expect(await refusal(template('seguimiento_cotizacion', 'es', ['Ana']))).toMatchObject({
      code: 132000,
      details: expect.stringContaining('(1) does not match'),
    });
    expect(await refusal(template('liquidacion_bodega', 'es', ['Ana']))).toMatchObject({ code: 132015 });
    await expect(template('seguimiento_cotizacion', 'es', ['Ana', 'un televisor'])).resolves.toHaveProperty('messages');
    expect((await bench.get('/ledger?view=counts')).body).toMatchObject({
      counts: { total: 1 },
      refusals: { 132000: 1, 132001: 2, 132015: 1 },
    });
  });

  it('refuses strangers, other objects and expired sessions', async () => {
    const thief = new WhatsAppClient({ accessToken: 'stolen', baseUrl: bench.url, graphVersion: 'v25.0' });
    expect(await refusal(thief.messages.sendText({ phoneNumberId, to, body: 'x' }))).toMatchObject({
      code: 190,
      httpStatus: 401,
    });
    expect(await refusal(client.messages.sendText({ phoneNumberId: '999', to, body: 'x' }))).toMatchObject({
      code: 100,
      errorSubcode: 33,
    });
    await bench.switches({ tokenExpired: true });
    const expired = await refusal(kinds.text());
    expect(expired).toMatchObject({ code: 190, errorSubcode: 463 });
    expect(expired.isAuthError()).toBe(true);
  });

  it('takes every recorded request', async () => {
    await bench.switches({ windowRule: 'off' });
    const names = readdirSync(FIXTURES).filter((name) => name.startsWith('req_') && !name.startsWith('req_create'));
    for (const name of names) {
      const request = readFileSync(new URL(name, FIXTURES), 'utf8');
      const usesFile = /"id": "10375/.test(request);
      const { status, body } = await bench.graph<{ error: { code: number } }>(
        `/${phoneNumberId}/messages`,
        JSON.parse(request),
      );
      expect([name, status, body.error?.code]).toEqual([name, usesFile ? 400 : 200, usesFile ? 100 : undefined]);
    }
  });

  it('marks as read and shows typing', async () => {
    const { body } = await bench.write(MARIA);
    expect(
      await client.messages.markRead({ phoneNumberId, messageId: body.id, typingIndicator: { type: 'text' } }),
    ).toEqual({ success: true });
    const thread = await bench.get<{ messages: { status: string }[] }>(`/phone/customers/${MARIA}/thread`);
    expect(thread.body.messages.map(({ status }) => status)).toEqual(['read']);
    const { body: changes } = await bench.get<{ changes: { kind: string }[] }>('/phone/changes?since=0');
    expect(changes.changes.map(({ kind }) => kind)).toContain('typing');
  });

  it('answers bad JSON as Meta does', async () => {
    const answer = await fetch(`${bench.url}/v25.0/${phoneNumberId}/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{',
    });
    expect([answer.status, await answer.json()]).toEqual([400, { error: expect.objectContaining({ code: 100 }) }]);
  });
});
