import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ProductStub } from '../../testing/product-stub.js';
import { handshake } from './handshake.js';

let product: ProductStub;
beforeAll(async () => {
  product = await new ProductStub().start();
});
afterAll(() => product.close());

describe('handshake', () => {
  it('asks with dotted names, as Meta does, and wants the challenge back', async () => {
    const asked: URLSearchParams[] = [];
    product.pages = (request) => {
      asked.push(new URL(request.url ?? '/', product.url).searchParams);
      return false;
    };
    expect(await handshake(`${product.url}/webhooks/whatsapp`, 'vt-test')).toEqual({ verified: true, status: 200 });
    expect([...(asked[0]?.keys() ?? [])].sort()).toEqual(['hub.challenge', 'hub.mode', 'hub.verify_token']);
    expect(asked[0]?.get('hub.challenge')).toMatch(/^\d{10}$/);
    expect(await handshake(`${product.url}/webhooks/whatsapp?tenant=1`, 'vt-test')).toMatchObject({ verified: true });
    expect(asked[1]?.get('tenant')).toBe('1');
  });

  it('is not content with less than the very challenge', async () => {
    expect(await handshake(product.url, 'wrong')).toEqual({ verified: false, status: 403 });
    product.pages = (request, response) => {
      const challenge = new URL(request.url ?? '/', product.url).searchParams.get('hub.challenge');
      response.writeHead(200).end(`"${challenge}"`);
      return true;
    };
    expect(await handshake(product.url, 'vt-test')).toEqual({ verified: false, status: 200 });
  });

  it('takes silence for a no', async () => {
    expect(await handshake('http://127.0.0.1:1/', 'vt-test')).toEqual({ verified: false, status: 0 });
  });
});
