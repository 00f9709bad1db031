import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Config } from '../../../platform/config/config.js';
import { Transaction } from '../../../platform/database/transaction.js';
import { newId } from '../../../platform/ids/uuid.js';
import { FlightRecorderQuery } from '../persistence/flight-recorder.query.js';
import { type Receipt, ReceiptStore } from '../persistence/receipt-store.js';
import { APP_SECRET, type ChannelApp, startChannelApp } from '../testing/channel-app.js';
import { signedWebhook, whatsappBody, type WrittenMessage } from '../testing/signed-webhook.js';
import { ChannelSetup } from './channel-setup.js';
import { type InboundItem, InboundQueue } from './inbound-queue.js';
import { ReceiptReader } from './receipt-reader.js';
import { ReplayWebhook } from './replay-webhook.js';
import { type IntakeAnswer, WebhookIntake } from './webhook-intake.js';

let app: ChannelApp;
beforeAll(async () => {
  app = await startChannelApp();
});
afterAll(() => app.close());
beforeEach(() => app.sql.rows('truncate webhook_receipt, channel_event, inbox_pending, door_count'));

const take = (body: unknown, secret = APP_SECRET): Promise<IntakeAnswer> =>
  app.get(WebhookIntake).take('whatsapp', signedWebhook(secret, body));
const message = (id: string, over: Partial<WrittenMessage> = {}): object => whatsappBody([{ id, ...over }]);
const claim = (max = 100): Promise<InboundItem[]> => app.get(Transaction).run(() => app.get(InboundQueue).claim(max));
const idsOf = (items: readonly InboundItem[]): string[] => items.map(({ event }) => event.dedupeKey);
const count = async (table: string): Promise<number> =>
  Number((await app.sql.one<{ count: string }>(`select count(*) from ${table}`))?.count);
const newest = async () => {
  const [row] = await app.get(FlightRecorderQuery).page({ limit: 1 });
  if (!row) throw new Error('nothing was recorded');
  return row;
};

describe('the door', () => {
  it('stores what came together in one commit, each fact once, in the order of arrival', async () => {
    const ids = Array.from({ length: 60 }, (_, index) => `wamid.${String(index).padStart(3, '0')}`);
    const answers = await Promise.all(ids.map((id) => take(message(id))));
    expect(new Set(answers)).toEqual(new Set(['stored']));
    const commits = await app.sql.one<{ count: string }>('select count(distinct xmin::text) from webhook_receipt');
    expect(Number(commits?.count)).toBeLessThan(10);
    expect(idsOf(await claim())).toEqual(ids);
  });

  it('counts a fact once when one commit carries it several times', async () => {
    await Promise.all(Array.from({ length: 5 }, () => take(message('wamid.same'))));
    expect(await count('webhook_receipt')).toBe(5);
    expect(idsOf(await claim())).toEqual(['wamid.same']);
  });

  it('counts a fact once when it comes again after it was processed', async () => {
    await take(message('wamid.again'));
    await claim();
    await take(whatsappBody([{ id: 'wamid.again' }, { id: 'wamid.new' }]));
    expect(idsOf(await claim())).toEqual(['wamid.new']);
  });

  it('counts a fact once when two processes receive it at the same moment', async () => {
    const stores = [new ReceiptStore(app.get(Config)), new ReceiptStore(app.get(Config))];
    const reader = app.get(ReceiptReader);
    const receipt = async (): Promise<Receipt> => {
      const { raw } = signedWebhook(
        APP_SECRET,
        whatsappBody(Array.from({ length: 20 }, (_, index) => ({ id: `wamid.race-${index}` }))),
      );
      const receivedAt = new Date();
      return {
        ...(await reader.read('whatsapp', raw, receivedAt)),
        id: newId(),
        door: 'whatsapp',
        receivedAt,
        sealedBody: app.channel.id,
        size: raw.length,
      };
    };
    await Promise.all(stores.flatMap((store) => Array.from({ length: 5 }, async () => store.store([await receipt()]))));
    await Promise.all(stores.map((store) => store.onApplicationShutdown()));
    expect(await count('webhook_receipt')).toBe(10);
    expect(await count('inbox_pending')).toBe(20);
    expect(await count('channel_event')).toBe(20);
  });

  it('keeps the facts of different channels apart, though their ids are equal', async () => {
    await app.addChannel({ address: '555', accountId: '556', name: 'Otra' });
    await take(whatsappBody([{ id: 'wamid.equal' }, { id: 'wamid.equal', phoneNumberId: '555' }]));
    expect(new Set((await claim()).map(({ channelId }) => channelId)).size).toBe(2);
  });

  it('turns away what no secret signed: nothing is kept, only counted', async () => {
    expect(await take(message('wamid.forged'), 'another-secret-of-thirty-two-char')).toBe('bad_signature');
    const unsigned = { ...signedWebhook(APP_SECRET, message('wamid.bare')), headers: {} };
    expect(await app.get(WebhookIntake).take('whatsapp', unsigned)).toBe('bad_signature');
    await eventually(async () => (await app.get(FlightRecorderQuery).badSignatures(new Date()))[0]?.count === '2');
    expect(await Promise.all(['webhook_receipt', 'channel_event', 'inbox_pending'].map(count))).toEqual([0, 0, 0]);
  });

  it('shows no person in any column', async () => {
    await take(
      message('wamid.secret', { from: '593987654321', name: 'Ximena Quishpe', text: 'mi cédula es 1712345678' }),
    );
    const rows = await app.sql.rows<{ row: string }>(
      `select row_to_json(r)::text as row from webhook_receipt r union all select row_to_json(e)::text from channel_event e union all select row_to_json(p)::text from inbox_pending p`,
    );
    expect(rows).toHaveLength(3);
    const all = rows.map(({ row }) => row).join('\n');
    for (const told of ['593987654321', '987654321', 'Ximena', 'Quishpe', '1712345678', 'wamid.secret']) {
      expect(all).not.toContain(told);
      expect(all).not.toContain(Buffer.from(told).toString('hex'));
      expect(all).not.toContain(Buffer.from(told).toString('base64').slice(0, 8));
    }
    expect((await claim())[0]?.event).toMatchObject({
      sender: { name: 'Ximena Quishpe' },
      content: { text: 'mi cédula es 1712345678' },
    });
  });
});

describe('what nobody here can use', () => {
  it('keeps a body that is not understood, says why, and has nothing to do', async () => {
    for (const body of ['[]', 'not json at all', '{"object":"page"}']) expect(await take(body)).toBe('stored');
    expect(
      (await app.get(FlightRecorderQuery).page({ limit: 10, outcome: 'not_understood' })).map(({ reason }) => reason),
    ).toContain('the body is not JSON');
    expect(await count('webhook_receipt')).toBe(3);
    expect(await count('inbox_pending')).toBe(0);
  });

  it('keeps a fact for an unknown number, names the number, and delivers it once the number is a channel', async () => {
    await take(
      whatsappBody([
        { id: 'wamid.known' },
        { id: 'wamid.stranger', phoneNumberId: '777777', businessAccountId: '888888' },
      ]),
    );
    const recorded = await newest();
    expect(recorded).toMatchObject({ events: 2, pending: 1 });
    expect(recorded.reason).toContain('777777');
    expect(idsOf(await claim())).toEqual(['wamid.known']);
    expect(await newest()).toMatchObject({ outcome: 'unknown_channel' });

    await app.addChannel({ address: '777777', accountId: '888888', name: 'Nueva' });
    await app.get(ReplayWebhook).replay(recorded.id);
    expect(idsOf(await claim())).toContain('wamid.stranger');
    expect(await newest()).toMatchObject({ outcome: 'accepted', reason: null, pending: 0 });
  });
});

describe('the queue behind the door', () => {
  it('gives back what a failing transaction had taken', async () => {
    await take(message('wamid.rollback'));
    const failing = app.get(Transaction).run(async () => {
      expect(await app.get(InboundQueue).claim(10)).toHaveLength(1);
      throw new Error('the database went away');
    });
    await expect(failing).rejects.toThrow('went away');
    expect(idsOf(await claim())).toEqual(['wamid.rollback']);
  });

  it('never gives one event to two workers, and no more than was asked', async () => {
    await take(whatsappBody(Array.from({ length: 30 }, (_, index) => ({ id: `wamid.w${index}` }))));
    const shares = await Promise.all([claim(10), claim(10), claim(10)]);
    expect(shares.every((share) => share.length <= 10)).toBe(true);
    const rest = await claim();
    expect(new Set(idsOf([...shares.flat(), ...rest])).size).toBe(30);
    expect(shares.flat().length + rest.length).toBe(30);
  });

  it('sets aside what cannot be digested, shows it, and lets it run again', async () => {
    await take(message('wamid.poison'));
    const [item] = await claim();
    if (!item) throw new Error('nothing was claimed');
    await app.get(InboundQueue).setAside(item, 'cannot digest this');
    expect(await claim()).toEqual([]);
    const recorded = await newest();
    expect(recorded).toMatchObject({ outcome: 'set_aside', set_aside: 1, error: 'cannot digest this' });
    expect(await app.get(FlightRecorderQuery).page({ limit: 10, outcome: 'problem' })).toHaveLength(1);

    await app.get(ReplayWebhook).replay(recorded.id);
    expect(idsOf(await claim())).toEqual(['wamid.poison']);
    expect(await newest()).toMatchObject({ outcome: 'accepted', set_aside: 0, error: null });
  });

  it('refuses to replay what was never recorded', async () => {
    await expect(app.get(ReplayWebhook).replay(newId())).rejects.toMatchObject({ code: 'not_found' });
  });
});

describe('setting up a channel', () => {
  it('keeps the first of two that are made for one number at once', async () => {
    const [one, two] = await Promise.all([
      app.addChannel({ address: '424242' }),
      app.addChannel({ address: '424242' }),
    ]);
    expect(one.id).toBe(two.id);
  });

  it('seals the credentials', async () => {
    const row = await app.sql.one<{ credentials: string }>('select credentials from channel where id = $1', [
      app.channel.id,
    ]);
    expect(row?.credentials).not.toContain(APP_SECRET);
    expect(
      await app.get(ChannelSetup).ensure({
        kind: 'whatsapp_cloud',
        name: 'x',
        address: '100200300',
        accountId: null,
        displayAddress: null,
        baseUrl: 'http://x',
        credentials: {},
        country: 'EC',
        assistantMode: 'off',
        teamId: null,
      }),
    ).toMatchObject({ id: app.channel.id, name: 'Ventas' });
  });
});

async function eventually(holds: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 200 && !(await holds()); tries += 1)
    await new Promise((resolve) => setTimeout(resolve, 10));
  expect(await holds()).toBe(true);
}
