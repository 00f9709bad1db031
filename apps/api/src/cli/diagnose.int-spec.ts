import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Channels } from '../modules/channels/index.js';
import { WebhookIntake } from '../modules/channels/services/webhook-intake.js';
import { APP_SECRET, type ChannelApp, startChannelApp } from '../modules/channels/testing/channel-app.js';
import { type ScriptedProvider, startProvider } from '../modules/channels/testing/scripted-provider.js';
import { signedWebhook, whatsappBody } from '../modules/channels/testing/signed-webhook.js';
import { findDrift } from './check-drift.js';
import { diagnose } from './diagnose.js';

let app: ChannelApp;
let provider: ScriptedProvider;
let answer: { status: number; body: unknown };
const HEALTHY = { status: 200, body: { display_phone_number: '+593 99 000 0001', verified_name: 'Tienda' } };
beforeAll(async () => {
  provider = await startProvider(() => answer);
  app = await startChannelApp({ PUBLIC_URL: 'https://crm.tienda.test' });
});
afterAll(async () => {
  await app.close();
  await provider.close();
});
beforeEach(async () => {
  answer = HEALTHY;
  await app.sql.rows('truncate webhook_receipt, channel_event, inbox_pending, parked_event');
  await app.sql.rows('update channel set base_url = $1, active = true', [provider.baseUrl]);
  app.get(Channels).forget();
});

const wrong = async (): Promise<string[]> =>
  (await diagnose(app.app)).filter(({ fine }) => !fine).map(({ words }) => words);

describe('looking at everything', () => {
  it('finds it in order, in words, with the address that the provider must call', async () => {
    const findings = await diagnose(app.app);
    expect(findings.filter(({ fine }) => !fine)).toEqual([]);
    const words = findings.map((finding) => finding.words).join('\n');
    expect(words).toContain('PostgreSQL answers.');
    expect(words).toContain('Redis answers.');
    expect(words).toContain(
      'Channel "Ventas": +593 99 000 0001, Tienda Its webhook is https://crm.tienda.test/webhooks/whatsapp.',
    );
  });

  it('says which channel does not work and why, without telling its token', async () => {
    answer = { status: 401, body: { error: { message: 'Error validating access token', code: 190 } } };
    const [words, ...others] = await wrong();
    expect(others).toEqual([]);
    expect(words).toMatch(/^Channel "Ventas" does not work: .+ Its webhook is/);
    expect(words).not.toContain('access-token-1');
  });

  it('says when nobody is at the other end', async () => {
    await app.sql.rows(`update channel set base_url = 'http://127.0.0.1:9'`);
    app.get(Channels).forget();
    expect(await wrong()).toEqual([expect.stringContaining('Channel "Ventas" does not work')]);
  });

  it('says how to connect a channel when there is none that is active', async () => {
    await app.sql.rows('update channel set active = false');
    app.get(Channels).forget();
    expect(await wrong()).toEqual([expect.stringContaining('No channel is connected')]);
  });

  it('counts what waits for longer than it should, and not what has just come', async () => {
    const body = whatsappBody([{ id: 'wamid.1' }, { id: 'wamid.2' }]);
    await app.get(WebhookIntake).take('whatsapp', signedWebhook(APP_SECRET, body));
    expect(await wrong()).toEqual([]);
    await app.sql.rows(`update inbox_pending set received_at = now() - interval '2 minutes'`);
    expect(await wrong()).toEqual([
      '2 inbound events wait to be processed. Is a worker running (ROLE=all or ROLE=worker)?',
    ]);
  });

  it('counts what was set aside and what a listener could not digest', async () => {
    await app.get(WebhookIntake).take('whatsapp', signedWebhook(APP_SECRET, whatsappBody([{ id: 'wamid.1' }])));
    await app.sql.rows(`update inbox_pending set set_aside_at = now() - interval '2 minutes', error = 'x'`);
    await app.sql.rows(
      `insert into parked_event (id, listener, topic, seq, item, error, parked_at) values (gen_random_uuid(), 'ears', 't', 1, '{}', 'x', now() - interval '2 minutes')`,
    );
    const words = (await wrong()).join('\n');
    expect(words).toMatch(/^1 inbound events were set aside\. .*replayed there\./m);
    expect(words).toMatch(/^1 events could not be digested by a listener\./m);
  });
});

describe('entities and the migrated database', () => {
  it('agree, and a column that is not theirs is seen', async () => {
    expect(await findDrift(app.app)).toEqual([]);
    await app.sql.rows('alter table channel add column surprise text');
    try {
      expect((await findDrift(app.app)).join('\n')).toMatch(/surprise/);
    } finally {
      await app.sql.rows('alter table channel drop column surprise');
    }
    expect(await findDrift(app.app)).toEqual([]);
  });

  it('disagree when a column has another type or may be empty', async () => {
    await app.sql.rows('alter table channel alter column name drop not null');
    try {
      expect((await findDrift(app.app)).join('\n')).toMatch(/"channel".*name/);
    } finally {
      await app.sql.rows('alter table channel alter column name set not null');
    }
  });
});
