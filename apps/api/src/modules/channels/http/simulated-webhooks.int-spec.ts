import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { ChannelSetup } from '../services/channel-setup.js';
import { openDoor, type OpenDoor, OTHER_SECRET, SECRET } from '../testing/open-door.js';
import { whatsappBody } from '../testing/signed-webhook.js';

const LIVE_SECRET = 'l-secret-of-thirty-two-characters';
const live = { phoneNumberId: '555000111', businessAccountId: '555000222' };
const sandbox = { phoneNumberId: '100200300', businessAccountId: '900800700' };

/** A number that customers write to, beside the numbers that the simulator plays. */
let door: OpenDoor;
beforeAll(async () => {
  door = await openDoor({ SIMULATOR_URL: 'http://127.0.0.1:9' });
  await door.get(ChannelSetup).ensure({
    kind: 'whatsapp_cloud',
    name: 'De verdad',
    address: live.phoneNumberId,
    accountId: live.businessAccountId,
    displayAddress: null,
    baseUrl: 'https://graph.facebook.com',
    country: 'EC',
    assistantMode: 'off',
    teamId: null,
    credentials: { accessToken: 'access-token-1', verifyToken: 'verify-me-too', appSecret: LIVE_SECRET },
  });
});
afterAll(() => door.close());
beforeEach(() => door.sql.rows('truncate webhook_receipt, channel_event, inbox_pending, door_count'));

describe('what the simulator signs', () => {
  it.each([
    ['a live number', [live]],
    ['a live number between its own', [sandbox, live, sandbox]],
    ['the account of a live number', [{ ...live, phoneNumberId: '1' }, live]],
  ])('cannot speak of %s: 401, and nothing is kept', async (_name, numbers) => {
    const body = whatsappBody(numbers.map((number, index) => ({ id: `wamid.${index}`, ...number })));
    expect(await door.send(body, SECRET)).toEqual({ status: 401, body: '' });
    expect(await door.outcomes()).toEqual([]);
    expect(await door.claim()).toEqual([]);
  });

  it('speaks of every number that it plays', async () => {
    const body = whatsappBody([
      { id: 'wamid.1', ...sandbox },
      { id: 'wamid.2', phoneNumberId: '400500600' },
    ]);
    expect((await door.send(body, OTHER_SECRET)).status).toBe(200);
    expect(await door.claim()).toHaveLength(2);
  });
});

it('what the provider signs speaks of a live number', async () => {
  expect((await door.send(whatsappBody([{ id: 'wamid.1', ...live }]), LIVE_SECRET)).status).toBe(200);
  expect(await door.claim()).toHaveLength(1);
});

it('a secret that a live number shares with the simulator is the provider’s', async () => {
  await door.get(ChannelSetup).ensure({
    kind: 'whatsapp_cloud',
    name: 'De prueba',
    address: '555000333',
    accountId: null,
    displayAddress: null,
    baseUrl: 'http://127.0.0.1:9',
    country: 'EC',
    assistantMode: 'off',
    teamId: null,
    credentials: { accessToken: 'access-token-1', verifyToken: 'verify-me-again', appSecret: LIVE_SECRET },
  });
  expect((await door.send(whatsappBody([{ id: 'wamid.3', ...live }]), LIVE_SECRET)).status).toBe(200);
});
