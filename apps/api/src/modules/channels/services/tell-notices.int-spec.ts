import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Transaction } from '../../../platform/database/transaction.js';
import { newId } from '../../../platform/ids/uuid.js';
import type { ChannelNoticeEvent } from '../domain/channel-event.js';
import { type ChannelApp, startChannelApp } from '../testing/channel-app.js';
import { Channels } from './channels.js';
import { TellNotices } from './tell-notices.js';

let app: ChannelApp;
beforeAll(async () => {
  app = await startChannelApp();
});
afterAll(() => app.close());
beforeEach(async () => {
  await app.sql.rows('truncate outbox');
  await app.sql.rows(
    `update channel set health = 'healthy', health_reason = null, health_since = '2026-11-01T00:00:00Z', version = 1`,
  );
  app.get(Channels).forget();
});

type Notice = ChannelNoticeEvent['notice'];
const tell = (...notices: Notice[]): Promise<void> =>
  app.get(Transaction).run(() =>
    app.get(TellNotices).tell(
      notices.map((notice, index) => ({
        channelId: app.channel.id,
        event: {
          kind: 'notice' as const,
          dedupeKey: `n${index}`,
          address: '100200300',
          at: '2026-11-20T10:00:00.000Z',
          notice,
        },
      })),
    ),
  );
const account = (severity: 'info' | 'warning' | 'blocked', event = 'DISABLED_UPDATE'): Notice => ({
  kind: 'account',
  event,
  severity,
});
const told = async (topic: string): Promise<Record<string, unknown>[]> =>
  (
    await app.sql.rows<{ items: Record<string, unknown>[] }>('select items from outbox where topic = $1 order by id', [
      topic,
    ])
  ).flatMap(({ items }) => items);
const health = () => app.sql.one('select health, health_reason, version from channel where id = $1', [app.channel.id]);

describe('what a provider tells', () => {
  it.each<Notice>([
    { kind: 'template_status', templateId: '1', name: 'cita', language: 'es_EC', status: 'APPROVED' },
    { kind: 'template_quality', templateId: '1', name: 'cita', language: 'es_EC', quality: 'RED' },
    { kind: 'template_category', templateId: '1', name: 'cita', language: 'es_EC', category: 'MARKETING' },
    { kind: 'number_quality', event: 'FLAGGED' },
    { kind: 'provider_error', code: '131000', title: 'Something went wrong' },
    { kind: 'unknown', field: 'flows' },
    account('info'),
  ])('of $kind is passed on and leaves the health alone', async (notice) => {
    await tell(notice);
    expect(await told('channel.notice')).toEqual([
      { channelId: app.channel.id, at: '2026-11-20T10:00:00.000Z', notice },
    ]);
    expect(await health()).toEqual({ health: 'healthy', health_reason: null, version: 1 });
  });

  it('about a person never enters the log', async () => {
    const sender = { identities: [{ kind: 'wa_id' as const, value: '593991112222' }], phone: '+593991112222' };
    await tell(
      { kind: 'marketing_preference', sender, state: 'withdrawn' },
      {
        kind: 'identity_changed',
        previous: sender.identities[0] ?? { kind: 'wa_id', value: '' },
        current: { kind: 'wa_id', value: '593990009999' },
        sender,
      },
    );
    expect(await app.sql.rows('select 1 from outbox')).toEqual([]);
  });

  it('in one go is one row, in its order', async () => {
    await tell({ kind: 'unknown', field: 'a' }, { kind: 'unknown', field: 'b' });
    expect(await app.sql.rows('select 1 from outbox')).toHaveLength(1);
    expect((await told('channel.notice')).map(({ notice }) => (notice as { field: string }).field)).toEqual(['a', 'b']);
  });
});

describe('the health of a channel', () => {
  it.each([
    ['blocked', 'down'],
    ['warning', 'degraded'],
  ] as const)('an account that is %s makes it %s, with the reason', async (severity, state) => {
    await tell(account(severity, 'ACCOUNT_X'));
    expect(await health()).toEqual({ health: state, health_reason: 'ACCOUNT_X', version: 2 });
    expect(await told('channel.health-changed')).toEqual([
      { channelId: app.channel.id, health: state, reason: 'ACCOUNT_X' },
    ]);
    expect((await app.get(Channels).find(app.channel.id))?.health).toMatchObject({ state, reason: 'ACCOUNT_X' });
  });

  it('is told once when the same comes again', async () => {
    await tell(account('blocked'), account('blocked'));
    await tell(account('blocked'));
    expect(await told('channel.health-changed')).toHaveLength(1);
  });

  it('dates from when it became so, whatever other reasons follow', async () => {
    const since = async () =>
      (await app.sql.one<{ health_since: Date }>('select health_since from channel where id = $1', [app.channel.id]))
        ?.health_since;
    await tell(account('blocked', 'FIRST'));
    const first = await since();
    await tell(account('blocked', 'SECOND'));
    expect(await since()).toEqual(first);
    expect(await health()).toMatchObject({ health_reason: 'SECOND' });
  });

  it('gets well again', async () => {
    await tell(account('blocked'));
    await app.get(TellNotices).setHealth(app.channel.id, 'healthy', null);
    expect(await health()).toMatchObject({ health: 'healthy', health_reason: null });
    expect((await told('channel.health-changed')).map(({ health: state }) => state)).toEqual(['down', 'healthy']);
  });

  it('of a channel that is gone concerns nobody', async () => {
    await app.get(TellNotices).setHealth(newId(), 'down', 'x');
    expect(await told('channel.health-changed')).toEqual([]);
  });

  it('is not changed by work that fails afterwards', async () => {
    const failing = app.get(Transaction).run(async () => {
      await app.get(TellNotices).setHealth(app.channel.id, 'down', 'x');
      throw new Error('afterwards');
    });
    await expect(failing).rejects.toThrow('afterwards');
    expect(await health()).toMatchObject({ health: 'healthy' });
    expect((await app.get(Channels).find(app.channel.id))?.health.state).toBe('healthy');
  });

  it('stands under the problems of an administrator while the channel is active', async () => {
    await tell(account('blocked', 'ACCOUNT_DELETED'));
    const ask = await app.as(['webhook-events:read']);
    const problems = async () =>
      (await ask<{ data: { kind: string; words: string; channelId: string | null }[] }>({ path: '/channels/problems' }))
        .body.data;
    expect(await problems()).toMatchObject([
      { kind: 'unhealthy', channelId: app.channel.id, words: 'Ventas does not work: ACCOUNT_DELETED.' },
    ]);
    await app.sql.rows('update channel set active = false where id = $1', [app.channel.id]);
    app.get(Channels).forget();
    expect(await problems()).toEqual([]);
    await app.sql.rows('update channel set active = true where id = $1', [app.channel.id]);
  });
});
