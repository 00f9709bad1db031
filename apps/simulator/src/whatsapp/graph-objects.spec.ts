import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Bench } from '../testing/bench.js';

const phoneNumberId = '100200300';

let bench: Bench;
beforeAll(async () => {
  bench = await Bench.start();
});
beforeEach(() => bench.reset());
afterAll(() => bench.close());

describe('objects', () => {
  it('describes the number with the asked fields', async () => {
    const { body } = await bench.graph(
      `/${phoneNumberId}?fields=verified_name,quality_rating,whatsapp_business_manager_messaging_limit`,
    );
    expect(body).toEqual({
      id: phoneNumberId,
      verified_name: 'Tienda de prueba',
      quality_rating: 'GREEN',
      whatsapp_business_manager_messaging_limit: 'TIER_2K',
    });
    expect((await bench.graph('/900800700/phone_numbers')).body).toMatchObject({
      data: [{ id: phoneNumberId, display_phone_number: '+593 99 000 0001' }],
    });
    expect(await bench.graph('/12345')).toMatchObject({
      status: 400,
      body: { error: { code: 100, error_subcode: 33 } },
    });
  });

  it('lets the app subscribe, after a handshake when it names an address', async () => {
    expect(await bench.graph('/900800700/subscribed_apps', {})).toMatchObject({ status: 200, body: { success: true } });
    const address = `${bench.product.url}/other/door`;
    expect(
      await bench.graph('/900800700/subscribed_apps', { override_callback_uri: address, verify_token: 'wrong' }),
    ).toMatchObject({ status: 400 });
    expect(
      await bench.graph('/900800700/subscribed_apps', { override_callback_uri: address, verify_token: 'vt-test' }),
    ).toMatchObject({ status: 200 });
    expect((await bench.graph('/900800700/subscribed_apps')).body).toMatchObject({
      data: [{ override_callback_uri: address }],
    });
  });
});
