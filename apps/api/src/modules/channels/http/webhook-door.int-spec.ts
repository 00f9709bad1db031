import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { InboundItem } from '../services/inbound-queue.js';
import { openDoor, type OpenDoor, OTHER_SECRET, SECRET, signatureOf } from '../testing/open-door.js';
import { signedWebhook, whatsappBody } from '../testing/signed-webhook.js';

let door: OpenDoor;
beforeAll(async () => {
  door = await openDoor();
});
afterAll(() => door.close());
beforeEach(() => door.sql.rows('truncate webhook_receipt, channel_event, inbox_pending, door_count'));

const textsOf = (items: readonly InboundItem[]): unknown[] =>
  items.map(({ event }) => ('content' in event ? event.content : event.kind));

describe('the handshake', () => {
  const ask = async (query: string): Promise<[number, string]> => {
    const answer = await fetch(`${door.origin}/webhooks/whatsapp${query}`);
    return [answer.status, await answer.text()];
  };

  it.each(['verify-me-please', 'another-token'])(
    'gives the challenge back for the token %s of any channel',
    async (token) => {
      expect(await ask(`?hub.mode=subscribe&hub.verify_token=${token}&hub.challenge=1158201444`)).toEqual([
        200,
        '1158201444',
      ]);
    },
  );

  it('gives it back as text, never as a page', async () => {
    const answer = await fetch(
      `${door.origin}/webhooks/whatsapp?hub.mode=subscribe&hub.verify_token=verify-me-please&hub.challenge=%3Cscript%3E`,
    );
    expect(answer.headers.get('content-type')).toContain('text/plain');
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    expect(await answer.text()).toBe('<script>');
  });

  it.each([
    ['nothing', ''],
    ['another token', '?hub.mode=subscribe&hub.verify_token=verify-me&hub.challenge=1'],
    ['an empty token', '?hub.mode=subscribe&hub.verify_token=&hub.challenge=1'],
    ['no token', '?hub.mode=subscribe&hub.challenge=1'],
    ['no challenge', '?hub.mode=subscribe&hub.verify_token=verify-me-please'],
    ['another mode', '?hub.mode=unsubscribe&hub.verify_token=verify-me-please&hub.challenge=1'],
    ['two tokens', '?hub.mode=subscribe&hub.verify_token=verify-me-please&hub.verify_token=x&hub.challenge=1'],
    ['two challenges', '?hub.mode=subscribe&hub.verify_token=verify-me-please&hub.challenge=1&hub.challenge=2'],
    ['the app secret', `?hub.mode=subscribe&hub.verify_token=${SECRET}&hub.challenge=1`],
    ['the word undefined', '?hub.mode=subscribe&hub.verify_token=undefined&hub.challenge=1'],
  ])('refuses %s without a word', async (_name, query) => {
    expect(await ask(query)).toEqual([403, '']);
  });
});

describe('the signature', () => {
  it.each([SECRET, OTHER_SECRET])('under the secret of any channel of the door opens it', async (secret) => {
    expect(await door.send(whatsappBody([{ id: 'wamid.1' }]), secret)).toEqual({ status: 200, body: '' });
    expect(await door.outcomes()).toEqual(['accepted']);
  });

  it('is over the bytes as they came: spaces, escapes and order are kept', async () => {
    const raw = Buffer.from(
      JSON.stringify(whatsappBody([{ id: 'wamid.raw', text: 'ñ' }]), null, 3)
        .replaceAll('ñ', '\\u00f1')
        .replaceAll('/', '\\/'),
    );
    expect((await door.post(raw, { 'x-hub-signature-256': signatureOf(raw) })).status).toBe(200);
    expect(textsOf(await door.claim())).toEqual([{ type: 'text', text: 'ñ' }]);
  });

  const body = JSON.stringify(whatsappBody([{ id: 'wamid.forged' }]));
  it.each([
    ['absent', undefined],
    ['empty', ''],
    ['without its name', signatureOf(body).slice(7)],
    ['of the old kind', `sha1=${'a'.repeat(40)}`],
    ['cut short', signatureOf(body).slice(0, -1)],
    ['too long', `${signatureOf(body)}0`],
    ['of another secret', signatureOf(body, 'c-secret-of-thirty-two-characters')],
    ['of the empty secret', signatureOf(body, '')],
    ['of other bytes', signatureOf(`${body} `)],
    ['no hexadecimal', `sha256=${'z'.repeat(64)}`],
    ['given twice', `${signatureOf(body)}, ${signatureOf(body)}`],
    ['the verify token', 'sha256=verify-me-please'],
  ])('that is %s is 401, and nothing is kept', async (_name, signature) => {
    expect(await door.post(body, signature === undefined ? {} : { 'x-hub-signature-256': signature })).toEqual({
      status: 401,
      body: '',
    });
    expect(await door.outcomes()).toEqual([]);
  });

  it('may be written in capitals', async () => {
    expect(
      (await door.post(body, { 'x-hub-signature-256': `sha256=${signatureOf(body).slice(7).toUpperCase()}` })).status,
    ).toBe(200);
  });

  it('does not fit once any single byte is another', async () => {
    const raw = Buffer.from(body);
    const headers = { 'x-hub-signature-256': signatureOf(raw) };
    for (const place of [0, 1, raw.length >> 1, raw.length - 1]) {
      const altered = Buffer.from(raw);
      altered[place] = (altered[place] ?? 0) ^ 1;
      expect((await door.post(altered, headers)).status).toBe(401);
    }
    expect((await door.post(raw.subarray(0, -1), headers)).status).toBe(401);
    expect((await door.post('', headers)).status).toBe(401);
  });
});

describe('the door itself', () => {
  it.each(['PUT', 'PATCH', 'DELETE'])('knows no %s', async (method) => {
    const answer = await fetch(`${door.origin}/webhooks/whatsapp`, { method });
    expect(answer.status).toBe(404);
    expect(await answer.json()).toMatchObject({ code: 'not_found', status: 404 });
  });

  it('tells nothing of other doors', async () => {
    const body = '{}';
    expect((await door.post(body, { 'x-hub-signature-256': signatureOf(body) }, '/webhooks/unknown')).status).toBe(404);
  });

  it('needs no session and sets no cookie', async () => {
    const { raw, headers } = signedWebhook(SECRET, whatsappBody([{ id: 'wamid.cookie' }]));
    const answer = await fetch(`${door.origin}/webhooks/whatsapp`, {
      method: 'POST',
      body: new Uint8Array(raw),
      headers,
    });
    expect(answer.headers.get('set-cookie')).toBeNull();
  });
});
