import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { messagesBody, signatureOf } from './testing/door.js';
import { conversationWith, messageThat } from './testing/conversation.js';
import { FIXTURE_SECRET, fixture } from './testing/fixtures.js';
import { openStage, type Stage } from './testing/stage.js';
import { until } from './testing/until.js';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
}, 240_000);
afterAll(() => stage?.close(), 30_000);

const receipts = (): Promise<number> => stage.database.count('select 1 from webhook_receipt');
const bytes = (id: string, from = '593990000001'): Buffer => Buffer.from(JSON.stringify(messagesBody([{ id, from }])));

describe('the handshake', () => {
  const ask = (query: string): Promise<Response> => fetch(`${stage.origin}/webhooks/whatsapp?${query}`);

  it('returns exactly the challenge to who knows the verify token', async () => {
    const answer = await ask('hub.mode=subscribe&hub.challenge=1158201444&hub.verify_token=vt-9f2e');
    expect([answer.status, await answer.text()]).toEqual([200, '1158201444']);
    expect(answer.headers.get('content-type')).toMatch(/^text\/plain/);
  });

  it.each([
    'hub.mode=subscribe&hub.challenge=1158201444&hub.verify_token=WRONG',
    'hub.mode=subscribe&hub.challenge=1158201444&hub.verify_token=',
    'hub.mode=subscribe&hub.challenge=1158201444&hub.verify_token=vt-9f2e&hub.verify_token=vt-9f2e',
    'hub.mode=unsubscribe&hub.challenge=1158201444&hub.verify_token=vt-9f2e',
    'hub.mode=subscribe&hub.verify_token=vt-9f2e',
    '',
  ])('refuses ?%s with an empty answer', async (query) => {
    const answer = await ask(query);
    expect([answer.status, await answer.text()]).toEqual([403, '']);
  });
});

describe('signatures', () => {
  const body = bytes('wamid.SIGNATURE');
  const right = signatureOf(FIXTURE_SECRET, body);
  const other = right.at(-1) === '0' ? '1' : '0';

  it.each([
    ['absent', null],
    ['empty', ''],
    ['without its scheme', right.slice('sha256='.length)],
    ['of another scheme', right.replace('sha256', 'sha1')],
    ['malformed', 'sha256=zz'],
    ['cut short', right.slice(0, -2)],
    ['one digit off', right.slice(0, -1) + other],
    ['under another secret', signatureOf('another-secret-of-thirty-two-bytes', body)],
    ['under the empty secret', signatureOf('', body)],
    ['of other bytes', signatureOf(FIXTURE_SECRET, bytes('wamid.OTHER'))],
  ])('a signature that is %s is 401 and leaves no row', async (_what, signature) => {
    const before = await receipts();
    expect(await stage.door.post(body, signature)).toBe(401);
    expect(await receipts()).toBe(before);
  });

  it('is 401 for one byte off in the body', async () => {
    const before = await receipts();
    const altered = Buffer.from(body);
    altered[40] = (altered[40] ?? 0) ^ 1;
    expect(await stage.door.post(altered, right)).toBe(401);
    expect(await receipts()).toBe(before);
  });

  it('counts what it refused, and nothing else', async () => {
    const refused = await until(
      'the counted refusals',
      async () =>
        (
          await stage.database.rows<{ n: string }>('select bad_signatures n from door_count where bad_signatures >= 11')
        )[0],
    );
    expect(Number(refused.n)).toBe(11);
    expect(await stage.database.count('select 1 from message')).toBe(0);
  });

  it('accepts the given fixture under its given signature', async () => {
    const { bytes: raw, signature } = fixture('01_text');
    expect(await stage.door.post(raw, signature)).toBe(200);
  });
});

describe('a replay', () => {
  it('is answered 200 and changes nothing', async () => {
    const raw = bytes('wamid.REPLAY', '593990000055');
    expect(await stage.door.post(raw)).toBe(200);
    const { id } = await conversationWith(stage.admin, '593990000055');
    const first = await messageThat(stage.admin, id, 'came', () => true);
    for (let again = 0; again < 3; again += 1) expect(await stage.door.post(raw)).toBe(200);
    await until('an empty inbox', async () => (await stage.database.count('select 1 from inbox_pending')) === 0);
    const rows = await stage.database.rows<{ id: string; unread: number }>(
      'select m.id, c.inbound_count unread from message m join conversation c on c.id = m.conversation_id where m.provider_id = $1',
      ['wamid.REPLAY'],
    );
    expect(rows).toEqual([{ id: first.id, unread: 1 }]);
  });
});
