import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Transaction } from '../../../platform/database/transaction.js';
import { newId } from '../../../platform/ids/uuid.js';
import type { WebhookDoor } from '../domain/channel-adapter.js';
import { APP_SECRET, type ChannelApp, startChannelApp } from '../testing/channel-app.js';
import { ChannelRegistry } from './channel-registry.js';
import { ChannelSetup } from './channel-setup.js';
import { Channels } from './channels.js';

const SEED = {
  WHATSAPP_PHONE_NUMBER_ID: '424242',
  WHATSAPP_BUSINESS_ACCOUNT_ID: '434343',
  WHATSAPP_DISPLAY_NUMBER: '+593 98 000 0000',
};
let app: ChannelApp;
beforeAll(async () => {
  app = await startChannelApp({ ...SEED, SIMULATOR_URL: 'http://127.0.0.1:9' });
});
afterAll(() => app.close());
beforeEach(async () => {
  await app.sql.rows('delete from channel where id <> $1', [app.channel.id]);
  await app.sql.rows('update channel set active = true, sandbox = true');
  app.get(Channels).forget();
});
const channels = () => app.get(Channels);

describe('channels as other modules see them', () => {
  it('have no secrets on their cards', async () => {
    const cards = JSON.stringify(await channels().list());
    for (const secret of [APP_SECRET, 'verify-me-please', 'access-token-1']) expect(cards).not.toContain(secret);
  });

  it('come in the order in which they were made', async () => {
    await app.addChannel({ address: '1001', name: 'B' });
    await app.addChannel({ address: '1002', name: 'A' });
    expect((await channels().list()).map(({ name }) => name)).toEqual(['Ventas', 'B', 'A']);
  });

  it('give what it takes to speak for them, and only for those that exist', async () => {
    const { adapter, connection, card } = await channels().connect(app.channel.id);
    expect([adapter.kind, card.id, connection.address]).toEqual(['whatsapp_cloud', app.channel.id, '100200300']);
    expect(connection.credentials).toEqual({
      appSecret: APP_SECRET,
      verifyToken: 'verify-me-please',
      accessToken: 'access-token-1',
    });
    await expect(channels().connect(newId())).rejects.toMatchObject({ code: 'not_found', status: 404 });
    expect(await channels().find(newId())).toBeUndefined();
  });

  it('prove webhooks only while they are active', async () => {
    expect(await channels().connections(['whatsapp_cloud'])).toHaveLength(1);
    expect(await channels().connections(['instagram'])).toHaveLength(0);
    await app.sql.rows('update channel set active = false');
    channels().forget();
    expect(await channels().connections(['whatsapp_cloud'])).toHaveLength(0);
  });

  it.each([
    ['one sandbox', [[true, true]], true, true],
    [
      'a sandbox and a live one',
      [
        [true, true],
        [false, true],
      ],
      true,
      false,
    ],
    [
      'a sandbox and a live one that is off',
      [
        [true, true],
        [false, false],
      ],
      true,
      true,
    ],
    ['only live ones', [[false, true]], false, false],
    ['a sandbox that is off', [[true, false]], false, false],
  ] as const)('with %s', async (_name, wanted, any, all) => {
    for (const [index, [sandbox, active]] of wanted.entries()) {
      const { id } = index === 0 ? app.channel : await app.addChannel({ address: `200${index}` });
      await app.sql.rows('update channel set sandbox = $2, active = $3 where id = $1', [id, sandbox, active]);
    }
    channels().forget();
    expect([await channels().anySandbox(), await channels().allSandbox()]).toEqual([any, all]);
  });

  it('that could not be read are read again at the next question', async () => {
    await app.sql.rows('alter table channel rename to channel_away');
    await expect(channels().list()).rejects.toThrow();
    await app.sql.rows('alter table channel_away rename to channel');
    expect(await channels().list()).toHaveLength(1);
  });
});

describe('the registry of providers', () => {
  it('knows who speaks for a kind, and by which door it comes in', () => {
    const registry = app.get(ChannelRegistry);
    expect(registry.adapter('whatsapp_cloud').kind).toBe('whatsapp_cloud');
    expect(registry.doorOf('whatsapp_cloud')?.name).toBe('whatsapp');
    expect(registry.doorOf('instagram')).toBeUndefined();
  });

  it('says which one is missing', () => {
    const registry = app.get(ChannelRegistry);
    expect(() => registry.adapter('instagram')).toThrow('no adapter for instagram');
    expect(() => registry.door('twilio')).toThrow('no door twilio');
  });

  it('lets a later one take the place of the earlier', () => {
    const registry = new ChannelRegistry();
    const door = (secretName: string): WebhookDoor => ({
      name: 'twilio',
      kinds: ['whatsapp_twilio'],
      secretName,
      verify: () => false,
    });
    registry.registerDoor(door('one'));
    registry.registerDoor(door('two'));
    expect(registry.doorOf('whatsapp_twilio')?.secretName).toBe('two');
  });
});

describe('setting up', () => {
  it('is a sandbox exactly when it speaks to the simulator', async () => {
    const made = async (address: string, baseUrl: string) => (await app.addChannel({ address, baseUrl })).sandbox;
    expect(await made('3001', 'http://127.0.0.1:9')).toBe(true);
    expect(await made('3002', 'http://127.0.0.1:9/v25.0')).toBe(true);
    expect(await made('3003', 'http://127.0.0.1:10')).toBe(false);
    expect(await made('3004', 'https://graph.facebook.com')).toBe(false);
    expect(await made('3005', 'http://127.0.0.1:9@graph.facebook.com')).toBe(false);
  });

  it('starts with the rate of its provider unless another is given', async () => {
    expect((await app.addChannel({ address: '3101' })).rate).toBe(80);
    expect((await app.addChannel({ address: '3102', rate: 5 })).rate).toBe(5);
  });

  it('makes the channel that the environment describes, once, with ISAC off', async () => {
    const first = await app.get(ChannelSetup).seedFromEnvironment('EC', null);
    const again = await app.get(ChannelSetup).seedFromEnvironment('CO', null);
    expect(first).toMatchObject({
      address: '424242',
      accountId: '434343',
      displayAddress: '+593 98 000 0000',
      assistantMode: 'off',
      country: 'EC',
    });
    expect(again).toEqual(first);
    const { connection } = await channels().connect(first?.id ?? '');
    expect(connection.credentials['appSecret']).toMatch(/^[0-9a-f]{32}$/);
  });

  it('is known at once to the work around it, and to nobody when that fails', async () => {
    await channels().list();
    const failing = app.get(Transaction).run(async () => {
      const { id } = await app.addChannel({ address: '5001' });
      expect((await channels().find(id))?.address).toBe('5001');
      throw new Error('afterwards');
    });
    await expect(failing).rejects.toThrow('afterwards');
    channels().forget();
    expect((await channels().list()).map(({ address }) => address)).not.toContain('5001');
  });

  it('makes many at once for different numbers', async () => {
    const made = await Promise.all(Array.from({ length: 8 }, (_, index) => app.addChannel({ address: `40${index}` })));
    expect(new Set(made.map(({ id }) => id)).size).toBe(8);
    expect(await channels().list()).toHaveLength(9);
  });
});
