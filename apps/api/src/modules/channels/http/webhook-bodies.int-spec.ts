import { readdirSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { InboundItem } from '../services/inbound-queue.js';
import { openDoor, type OpenDoor, SECRET, signatureOf } from '../testing/open-door.js';
import { signedWebhook, whatsappBody } from '../testing/signed-webhook.js';

const FIXTURES = new URL('../../../../../api-e2e/fixtures/whatsapp/inbound/', import.meta.url);

let door: OpenDoor;
beforeAll(async () => {
  door = await openDoor();
});
afterAll(() => door.close());
beforeEach(() => door.sql.rows('truncate webhook_receipt, channel_event, inbox_pending, door_count'));

const textsOf = (items: readonly InboundItem[]): unknown[] =>
  items.map(({ event }) => ('content' in event ? event.content : event.kind));

describe('what is signed is always kept', () => {
  it.each([
    ['no JSON', 'not json at all', 'not_understood'],
    ['an empty body', '', 'not_understood'],
    ['half a JSON', '{"object":"whatsapp_business_account","entry":[', 'not_understood'],
    ['a list', '[]', 'not_understood'],
    ['a word', '"hello"', 'not_understood'],
    ['null', 'null', 'not_understood'],
    ['somebody else’s', '{"object":"page","entry":[]}', 'not_understood'],
    ['no entries', '{"object":"whatsapp_business_account"}', 'not_understood'],
    ['nothing to tell', '{"object":"whatsapp_business_account","entry":[]}', 'accepted'],
    [
      'deep nesting',
      `{"object":"whatsapp_business_account","entry":${'['.repeat(20_000)}${']'.repeat(20_000)}}`,
      'accepted',
    ],
    ['twice the same property', '{"object":"page","object":"whatsapp_business_account","entry":[]}', 'accepted'],
    ['a byte order mark', '\ufeff{"object":"whatsapp_business_account","entry":[]}', 'not_understood'],
  ])('%s', async (_name, body, outcome) => {
    expect(await door.post(body, { 'x-hub-signature-256': signatureOf(body) })).toEqual({ status: 200, body: '' });
    expect(await door.outcomes()).toEqual([outcome]);
  });

  it('bytes that are no text at all', async () => {
    const raw = Buffer.from([0xff, 0xfe, 0x00, 0xc3, 0x28, 0x80]);
    expect((await door.post(raw, { 'x-hub-signature-256': signatureOf(raw) })).status).toBe(200);
    expect(await door.outcomes()).toEqual(['not_understood']);
  });

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'application/octet-stream'])(
    'whatever it calls itself: %s',
    async (type) => {
      const { raw, headers } = signedWebhook(SECRET, whatsappBody([{ id: 'wamid.typed' }]));
      expect((await door.post(raw, { ...headers, 'content-type': type })).status).toBe(200);
      expect(await door.outcomes()).toEqual(['accepted']);
    },
  );

  it('a number nobody configured, answered 200 and named', async () => {
    expect(
      (await door.send(whatsappBody([{ id: 'wamid.stranger', phoneNumberId: '777777', businessAccountId: '888888' }])))
        .status,
    ).toBe(200);
    const row = await door.sql.one('select outcome, reason, events from webhook_receipt');
    expect(row).toEqual({ outcome: 'unknown_channel', reason: 'not configured here: 777777', events: 1 });
    expect(await door.claim()).toEqual([]);
  });

  it('but not what is packed, since no provider packs and a bomb would unpack to anything', async () => {
    const bomb = gzipSync(Buffer.alloc(50_000_000, 'x'));
    const packed = { 'content-encoding': 'gzip' };
    expect((await door.post(bomb, { ...packed, 'x-hub-signature-256': signatureOf(bomb) })).status).toBe(415);
    const broken = Buffer.from('not packed at all');
    expect((await door.post(broken, { ...packed, 'x-hub-signature-256': signatureOf(broken) })).status).toBe(415);
    expect((await door.send(whatsappBody([{ id: 'wamid.after-the-bomb' }]))).status).toBe(200);
    expect(await door.outcomes()).toEqual(['accepted']);
  });

  it('but not what is larger than any webhook', async () => {
    const huge = Buffer.alloc(4 * 1024 * 1024 + 1, 0x20);
    expect((await door.post(huge, { 'x-hub-signature-256': signatureOf(huge) })).status).toBe(413);
    const largest = Buffer.alloc(4 * 1024 * 1024, 0x20);
    expect((await door.post(largest, { 'x-hub-signature-256': signatureOf(largest) })).status).toBe(200);
  });
});

describe('what cannot be stored as it is written', () => {
  it.each([
    ['NUL', 'antes\0después', 'antes\ufffddespués'],
    ['half a pair', 'x\ud83dy', 'x\ufffdy'],
    ['the other half', '\ude4f', '\ufffd'],
  ])('%s arrives replaced', async (_name, text, kept) => {
    const raw = JSON.stringify(whatsappBody([{ id: 'wamid.odd', text }]));
    expect((await door.post(raw, { 'x-hub-signature-256': signatureOf(raw) })).status).toBe(200);
    expect(textsOf(await door.claim())).toEqual([{ type: 'text', text: kept }]);
  });
});

describe('the same fact again', () => {
  it('at the same moment, many times, is one', async () => {
    const answers = await Promise.all(
      Array.from({ length: 25 }, () => door.send(whatsappBody([{ id: 'wamid.same' }]))),
    );
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    expect(await door.claim()).toHaveLength(1);
    expect(await door.outcomes()).toHaveLength(25);
  });

  it('in another body, among new ones, is told with none of them missing', async () => {
    await door.send(whatsappBody([{ id: 'wamid.a' }, { id: 'wamid.b' }]));
    await door.send(whatsappBody([{ id: 'wamid.b' }, { id: 'wamid.c' }]));
    expect((await door.claim()).map(({ event }) => event.dedupeKey)).toEqual(['wamid.a', 'wamid.b', 'wamid.c']);
  });

  it('twice in one body is one', async () => {
    await door.send(whatsappBody([{ id: 'wamid.twin' }, { id: 'wamid.twin' }]));
    expect(await door.claim()).toHaveLength(1);
  });
});

describe('every recorded kind of webhook', () => {
  const names = readdirSync(FIXTURES).filter((name) => name.endsWith('.json'));

  it('comes through the door as it is and is understood', async () => {
    expect(names.length).toBeGreaterThan(50);
    for (const name of names) {
      const raw = readFileSync(new URL(name, FIXTURES));
      expect([name, (await door.post(raw, { 'x-hub-signature-256': signatureOf(raw) })).status]).toEqual([name, 200]);
    }
    expect(await door.outcomes()).not.toContain('not_understood');
    expect(await door.outcomes()).toHaveLength(names.length);
  });
});
