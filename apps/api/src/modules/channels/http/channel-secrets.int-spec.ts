import { Writable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Logger } from '@nestjs/common';
import { PinoLogger } from '../../../platform/logging/pino-logger.js';
import { Channels } from '../services/channels.js';
import { WebhookIntake } from '../services/webhook-intake.js';
import { type ChannelApp, startChannelApp } from '../testing/channel-app.js';
import { type ScriptedProvider, startProvider } from '../testing/scripted-provider.js';
import { signedWebhook, whatsappBody } from '../testing/signed-webhook.js';

const SECRETS = {
  accessToken: 'EAAG-secret-access-token-of-this-test',
  appSecret: 'app-secret-of-this-test-with-forty-signs-',
  verifyToken: 'verify-token-of-this-test',
};
const NEW_TOKEN = 'EAAG-another-secret-access-token';
const EVERY_SECRET = [...Object.values(SECRETS), NEW_TOKEN];

type Ask = Awaited<ReturnType<ChannelApp['as']>>;
let app: ChannelApp;
let provider: ScriptedProvider;
let admin: Ask;
let log = '';
beforeAll(async () => {
  provider = await startProvider((request) => ({
    status: 400,
    // As a provider would that repeats what it was told.
    body: {
      error: {
        code: 100,
        message: `Invalid token ${request.headers.authorization ?? ''}`,
        error_data: { details: 'no' },
      },
    },
  }));
  app = await startChannelApp();
  const sink = new Writable({ write: (chunk: Buffer, _encoding, done) => ((log += chunk.toString()), done()) });
  Logger.overrideLogger(new PinoLogger({ logLevel: 'trace' }, sink));
  admin = await app.as(['conversations:read', 'channels:manage', 'webhook-events:read']);
  await app.sql.rows('update channel set base_url = $1', [provider.baseUrl]);
  app.get(Channels).forget();
});
afterAll(async () => {
  await app.close();
  await provider.close();
});

const tellsNothing = (text: string): void => {
  for (const secret of EVERY_SECRET) expect(text).not.toContain(secret);
};

describe('the secrets of a channel', () => {
  let id: string;
  it('are told in no answer of connecting, reading, listing, changing or refusing', async () => {
    const body = {
      kind: 'whatsapp_cloud',
      name: 'Norte',
      phoneNumberId: '700700700',
      businessAccountId: '800800800',
      country: 'EC',
      credentials: SECRETS,
    };
    const opened = await admin<{ id: string; verifyToken: string | null }>({ method: 'POST', path: '/channels', body });
    expect([opened.status, opened.body.verifyToken]).toEqual([201, null]);
    id = opened.body.id;
    const answers = [
      opened,
      await admin({ path: '/channels' }),
      await admin({ path: `/channels/${id}` }),
      await admin({ method: 'PATCH', path: `/channels/${id}`, body: { credentials: { accessToken: NEW_TOKEN } } }),
      await admin({ method: 'POST', path: '/channels', body }),
      await admin({ method: 'PATCH', path: `/channels/${id}`, body: { credentials: SECRETS, rate: 0 } }),
      await admin({ method: 'PATCH', path: `/channels/${id}`, body: { credentials: { ...SECRETS, more: NEW_TOKEN } } }),
      await admin({ path: '/channels/problems' }),
    ];
    expect(answers.map(({ status }) => status)).toEqual([201, 200, 200, 200, 409, 400, 400, 200]);
    for (const { text } of answers) tellsNothing(text);
  });

  it('lie sealed in the database, and nowhere else', async () => {
    const tables = await app.sql.rows<{ name: string }>(
      `select relname as name from pg_class where relkind in ('r', 'p') and relnamespace = 'public'::regnamespace`,
    );
    for (const { name } of tables) {
      const rows = await app.sql.rows<{ row: string }>(`select row_to_json(t)::text as row from "${name}" t limit 200`);
      tellsNothing(rows.map(({ row }) => row).join('\n'));
    }
  });

  it('stand in the audit by their names alone', async () => {
    const entries = await app.sql.rows<{ detail: unknown }>(
      `select detail from audit_entry where action = 'channel.changed'`,
    );
    expect(JSON.stringify(entries)).toContain('"accessToken"');
    tellsNothing(JSON.stringify(entries));
  });

  it('are not in the health either when the provider repeats them', async () => {
    await app.sql.rows('update channel set base_url = $1 where id = $2', [provider.baseUrl, id]);
    app.get(Channels).forget();
    const tested = await admin<{ healthy: boolean }>({ method: 'POST', path: `/channels/${id}/test` });
    expect(tested.body.healthy).toBe(false);
    expect(provider.requests.at(-1)?.headers.authorization).toBe(`Bearer ${NEW_TOKEN}`);
    tellsNothing(tested.text);
    tellsNothing((await admin({ path: `/channels/${id}` })).text);
  });

  it('are not in the log, whatever went wrong', async () => {
    await app
      .get(WebhookIntake)
      .take(
        'whatsapp',
        signedWebhook(SECRETS.appSecret, whatsappBody([{ id: 'wamid.1', phoneNumberId: '700700700' }])),
      );
    await app.get(WebhookIntake).take('whatsapp', signedWebhook('nobody', '{}'));
    await app.sql.rows('alter table webhook_receipt rename to webhook_receipt_away');
    await expect(app.get(WebhookIntake).take('whatsapp', signedWebhook(SECRETS.appSecret, '{}'))).rejects.toMatchObject(
      { status: 503 },
    );
    await app.sql.rows('alter table webhook_receipt_away rename to webhook_receipt');
    expect(log).toContain('could not be stored');
    tellsNothing(log);
    expect(log).not.toContain('593991112222');
  });
});
