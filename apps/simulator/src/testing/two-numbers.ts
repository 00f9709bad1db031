import { Bench } from './bench.js';
import { ProductStub } from './product-stub.js';

export const DEMO = '100200300';
export const SHOP = '555666777';
export const SHOP_ACCOUNT = '777666555';

export interface TwoNumbers {
  bench: Bench;
  /** The other app of the product: an address and a secret of its own. */
  shop: ProductStub;
  reset(): Promise<void>;
  close(): Promise<void>;
}

/** A simulator that plays the number of the demo, the primary one, and that of a shop. */
export async function startTwoNumbers(): Promise<TwoNumbers> {
  const bench = await Bench.start();
  const shop = await new ProductStub('shop-app-secret', 'shop-verify-token').start();
  await bench.post('/control/channels', {
    phoneNumberId: SHOP,
    wabaId: SHOP_ACCOUNT,
    displayNumber: '+593 98 000 0002',
    name: 'La Esquina',
    appSecret: 'shop-app-secret',
    accessToken: 'shop-token',
    verifyToken: 'shop-verify-token',
    webhookUrl: `${shop.url}/hooks/shop`,
  });
  await bench.post('/control/channels', {
    phoneNumberId: DEMO,
    wabaId: '900800700',
    appSecret: bench.product.appSecret,
    accessToken: 'simulator-token',
    verifyToken: bench.product.verifyToken,
    webhookUrl: `${bench.product.url}/webhooks/whatsapp`,
    primary: true,
  });
  return {
    bench,
    shop,
    reset: async () => {
      await bench.reset();
      shop.webhooks.length = 0;
    },
    close: async () => {
      await shop.close();
      await bench.close();
    },
  };
}
