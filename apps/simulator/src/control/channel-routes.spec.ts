import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Bench } from '../testing/bench.js';

let bench: Bench;
beforeAll(async () => {
  bench = await Bench.start();
});
afterAll(() => bench.close());

const channel = {
  phoneNumberId: '555666777',
  wabaId: '777666555',
  displayNumber: '+593 98 000 0002',
  appSecret: 'another-app-secret',
  accessToken: 'another-token',
  verifyToken: 'another-verify-token',
};
const graph = (token: string) =>
  bench.get<{ id: string; display_phone_number: string }>('/v23.0/555666777', { authorization: `Bearer ${token}` });

describe('POST /control/channels', () => {
  it('plays the number it is told, with its token', async () => {
    expect((await graph('another-token')).status).not.toBe(200);
    const told = await bench.post('/control/channels', {
      ...channel,
      webhookUrl: `${bench.product.url}/webhooks/whatsapp`,
    });
    expect(told).toEqual({
      status: 200,
      body: { phoneNumberId: '555666777', webhookUrl: `${bench.product.url}/webhooks/whatsapp` },
    });
    expect(await graph('another-token')).toMatchObject({
      status: 200,
      body: { id: '555666777', display_phone_number: '+593 98 000 0002' },
    });
    expect((await graph('simulator-token')).status).not.toBe(200);
  });

  it('takes new secrets for that number, and plays a second one beside it', async () => {
    expect((await bench.post('/control/channels', { ...channel, accessToken: 'renewed-token' })).status).toBe(200);
    expect((await graph('renewed-token')).status).toBe(200);
    expect((await graph('another-token')).status).toBe(401);
    expect((await bench.post('/control/channels', { ...channel, phoneNumberId: '999888777' })).status).toBe(200);
    expect((await graph('renewed-token')).status).toBe(200);
  });

  it('refuses what is no channel', async () => {
    for (const body of [
      {},
      { ...channel, phoneNumberId: 'x' },
      { ...channel, appSecret: '' },
      { ...channel, webhookUrl: 'file:///etc/passwd' },
      { ...channel, primary: 'yes' },
    ]) {
      expect((await bench.post('/control/channels', body)).status).toBe(400);
    }
  });
});
