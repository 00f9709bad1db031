import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Transaction } from '../../../platform/database/transaction.js';
import { newId } from '../../../platform/ids/uuid.js';
import { InboundQueue, type InboundItem } from '../services/inbound-queue.js';
import { WebhookIntake } from '../services/webhook-intake.js';
import { APP_SECRET, type ChannelApp, startChannelApp } from '../testing/channel-app.js';
import { signedWebhook, whatsappBody, type WrittenMessage } from '../testing/signed-webhook.js';

type Ask = Awaited<ReturnType<ChannelApp['as']>>;
interface Shown {
  id: string;
  outcome: string;
  reason: string | null;
  events: number;
  pending: number;
  setAside: number;
  error: string | null;
  size: number;
  body: string;
}

let app: ChannelApp;
let ask: Ask;
beforeAll(async () => {
  app = await startChannelApp();
  ask = await app.as(['webhook-events:read', 'channels:manage', 'conversations:read']);
});
afterAll(() => app.close());
beforeEach(() => app.sql.rows('truncate webhook_receipt, channel_event, inbox_pending, door_count'));

const take = (body: unknown) => app.get(WebhookIntake).take('whatsapp', signedWebhook(APP_SECRET, body));
const receive = (...messages: WrittenMessage[]) => take(whatsappBody(messages));
const claim = (max = 100): Promise<InboundItem[]> => app.get(Transaction).run(() => app.get(InboundQueue).claim(max));
const list = async (query = ''): Promise<Shown[]> =>
  (await ask<{ data: Shown[] }>({ path: `/webhook-events${query}` })).body.data;
const replay = (id: string) => ask<Shown>({ method: 'POST', path: `/webhook-events/${id}/replay` });
async function only(): Promise<Shown> {
  const [shown, ...more] = await list();
  if (!shown || more.length > 0) throw new Error('not exactly one was recorded');
  return shown;
}
async function setAside(error: string): Promise<void> {
  for (const item of await claim()) await app.get(InboundQueue).setAside(item, error);
}

describe('a recorded webhook', () => {
  it('tells how many facts it had, how large it was and what waits', async () => {
    await receive({ id: 'wamid.1' }, { id: 'wamid.2' }, { id: 'wamid.3' });
    const { size, ...shown } = await only();
    expect(shown).toMatchObject({ outcome: 'pending', events: 3, pending: 3, setAside: 0, reason: null, error: null });
    expect(size).toBe(JSON.stringify(whatsappBody([{ id: 'wamid.1' }, { id: 'wamid.2' }, { id: 'wamid.3' }])).length);
    await claim(2);
    expect(await only()).toMatchObject({ outcome: 'pending', pending: 1 });
    await claim();
    expect(await only()).toMatchObject({ outcome: 'accepted', pending: 0 });
  });

  it('counts as set aside while any of its facts is, whatever else waits', async () => {
    await receive({ id: 'wamid.1' }, { id: 'wamid.2' });
    const [first] = await claim(1);
    if (!first) throw new Error('nothing was claimed');
    await app.get(InboundQueue).setAside(first, 'the first one is poison');
    expect(await only()).toMatchObject({
      outcome: 'set_aside',
      pending: 1,
      setAside: 1,
      error: 'the first one is poison',
    });
    expect(await list('?outcome=pending')).toHaveLength(1);
    expect(await list('?outcome=set_aside')).toHaveLength(1);
  });

  it('shows words of an error up to a length', async () => {
    await receive({ id: 'wamid.1' });
    await setAside('x'.repeat(5000));
    expect((await only()).error).toHaveLength(1000);
  });

  it.each(['¿Cuánto? 🛵', '{"not":"ours"}', 'no json', '\ufeffx', ' \n\t '])(
    'is shown exactly as it came: %j',
    async (raw) => {
      await take(raw);
      const { id } = await only();
      expect((await ask<Shown>({ path: `/webhook-events/${id}` })).body.body).toBe(raw);
    },
  );

  it('has no body in the list', async () => {
    await receive({ id: 'wamid.1', text: 'una palabra secreta' });
    const answer = await ask({ path: '/webhook-events' });
    expect(answer.text).not.toContain('una palabra secreta');
    expect(answer.text).not.toContain('body');
  });
});

describe('searching', () => {
  it.each([
    ['the id of a message', 'wamid.needle'],
    ['a phone', '593987650001'],
    ['a name in any case', 'xIMENA qUISPE'],
    ['a word of the text', 'motocicleta'],
    ['part of a word', 'otocicle'],
    ['the number it was for', '100200300'],
  ])('finds %s', async (_name, q) => {
    await receive({ id: 'wamid.other' });
    await receive({ id: 'wamid.needle', from: '593987650001', name: 'Ximena Quispe', text: 'Busco una motocicleta' });
    const found = await list(`?q=${encodeURIComponent(q)}`);
    const bodies = await Promise.all(
      found.map(async ({ id }) => (await ask<Shown>({ path: `/webhook-events/${id}` })).body.body),
    );
    expect(bodies.some((body) => body.includes('wamid.needle'))).toBe(true);
  });

  it('finds one by its own id', async () => {
    await receive({ id: 'wamid.a' });
    const { id } = await only();
    await receive({ id: 'wamid.b' });
    expect((await list(`?q=${id}`)).map((shown) => shown.id)).toEqual([id]);
  });

  it('looks only among those that the other filters leave', async () => {
    await receive({ id: 'wamid.known', text: 'aguja' });
    await receive({ id: 'wamid.stranger', text: 'aguja', phoneNumberId: '1', businessAccountId: '2' });
    expect(await list('?q=aguja')).toHaveLength(2);
    expect(await list('?q=aguja&outcome=unknown_channel')).toHaveLength(1);
    expect(await list('?q=aguja&door=twilio')).toHaveLength(0);
  });

  it('takes signs of SQL and of patterns as they are written', async () => {
    await receive({ id: 'wamid.percent', text: 'descuento del 100% (hoy)' });
    expect(await list(`?q=${encodeURIComponent('100% (hoy)')}`)).toHaveLength(1);
    for (const q of ["' or 1=1 --", '.*.*', '%%%', '___'])
      expect(await list(`?q=${encodeURIComponent(q)}`)).toHaveLength(0);
  });

  it('leads through everything found, each once, whatever the size of a page', async () => {
    for (let n = 0; n < 9; n += 1) await receive({ id: `wamid.${n}`, text: n % 2 ? 'aguja' : 'paja' });
    const seen: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const page: { data: Shown[]; nextCursor: string | null } = (
        await ask<{ data: Shown[]; nextCursor: string | null }>({
          path: `/webhook-events?q=aguja&limit=1${cursor ? `&cursor=${cursor}` : ''}`,
        })
      ).body;
      seen.push(...page.data.map(({ id }) => id));
      cursor = page.nextCursor;
    }
    expect(seen).toHaveLength(4);
    expect([...new Set(seen)].sort().reverse()).toEqual(seen);
  });
});

describe('running one again', () => {
  it('does not do twice what was done: the fact is known', async () => {
    await receive({ id: 'wamid.done' });
    await claim();
    const { id } = await only();
    expect((await replay(id)).body).toMatchObject({ outcome: 'pending', pending: 1 });
    expect((await claim()).map(({ event }) => event.dedupeKey)).toEqual(['wamid.done']);
    expect(await app.sql.rows('select 1 from channel_event')).toHaveLength(1);
  });

  it('many times at once leaves each fact waiting once', async () => {
    await receive({ id: 'wamid.1' }, { id: 'wamid.2' });
    await setAside('not today');
    const { id } = await only();
    const answers = await Promise.all(Array.from({ length: 6 }, () => replay(id)));
    expect(answers.map(({ status }) => status)).not.toContain(500);
    expect((await claim()).map(({ event }) => event.dedupeKey).sort()).toEqual(['wamid.1', 'wamid.2']);
  });

  it('keeps the moment at which it was received', async () => {
    await receive({ id: 'wamid.1' });
    await app.sql.rows(`update webhook_receipt set received_at = '2026-11-01T10:00:00Z'`);
    await replay((await only()).id);
    expect((await claim()).map(({ receivedAt }) => receivedAt.toISOString())).toEqual(['2026-11-01T10:00:00.000Z']);
  });

  it('of what nobody understands says so again and leaves nothing waiting', async () => {
    await take('not json');
    const { id } = await only();
    expect((await replay(id)).body).toMatchObject({ outcome: 'not_understood', pending: 0 });
  });

  it('refuses ids that are none, and who may only look', async () => {
    expect((await replay('nonsense')).status).toBe(400);
    expect((await replay(newId())).status).toBe(404);
    const stranger = await app.as(['conversations:read']);
    expect((await stranger({ method: 'POST', path: `/webhook-events/${newId()}/replay` })).status).toBe(403);
  });
});
