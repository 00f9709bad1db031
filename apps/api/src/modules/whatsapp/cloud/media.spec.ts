import { afterEach, describe, expect, it } from '@jest/globals';
import type { ProviderCallError } from '../../channels/index.js';
import { startProvider, type ProviderAnswer, type ScriptedProvider } from '../../channels/testing/scripted-provider.js';
import { mayReceiveToken } from './media-host.js';
import { cloudConnection } from './testing/cloud-connection.js';
import { outboundFixture } from './testing/fixtures.js';
import { WhatsappCloudAdapter } from './whatsapp-cloud.adapter.js';

const adapter = new WhatsappCloudAdapter();
let graph: ScriptedProvider | undefined;
afterEach(() => graph?.close());

const remote = { providerMediaId: '1908647269898587', contentType: 'image/jpeg' };

/** A provider that names an address of its own for the file, then gives what the script says, download by download. */
async function withDownloads(...downloads: ProviderAnswer[]): Promise<ScriptedProvider> {
  let given = 0;
  graph = await startProvider((request) => {
    if (!request.url.startsWith('/file'))
      return {
        status: 200,
        body: {
          ...(outboundFixture('res_media_get') as object),
          url: `http://${request.headers.host ?? ''}/file?ext=1`,
        },
      };
    return downloads[given++] ?? { status: 500, body: '' };
  });
  return graph;
}

async function failureOf(promise: Promise<unknown>): Promise<unknown> {
  return promise.then(
    () => 'nothing failed',
    (error: ProviderCallError) => error.failure,
  );
}

describe('fetching a file', () => {
  it('asks for a fresh address and opens it with the token', async () => {
    const { baseUrl, requests } = await withDownloads({ status: 200, body: Buffer.from('bytes') });
    const media = await adapter.fetchMedia(cloudConnection(baseUrl), remote);
    const chunks: Uint8Array[] = [];
    for await (const chunk of media.body) chunks.push(chunk);
    expect(Buffer.concat(chunks).toString()).toBe('bytes');
    expect(media).toMatchObject({ contentType: 'image/jpeg', size: 303_833, sha256: 'd5a6...hex-or-b64' });
    expect(requests.map(({ url, headers }) => [url, headers.authorization])).toEqual([
      ['/v25.0/1908647269898587?phone_number_id=441785372345678', 'Bearer EAAG-secret-token'],
      ['/file?ext=1', 'Bearer EAAG-secret-token'],
    ]);
  });

  it('asks again once when the address has vanished', async () => {
    const { baseUrl, requests } = await withDownloads({ status: 404, body: '' }, { status: 200, body: 'x' });
    await (await adapter.fetchMedia(cloudConnection(baseUrl), remote)).body[Symbol.asyncIterator]().next();
    expect(requests).toHaveLength(4);
  });

  it('says so when it is gone for good, or only for now', async () => {
    const gone = await withDownloads({ status: 404, body: '' }, { status: 404, body: '' });
    expect(await failureOf(adapter.fetchMedia(cloudConnection(gone.baseUrl), remote))).toMatchObject({
      code: 'hilo_media_gone',
      class: 'permanent',
    });
    await gone.close();
    const down = await withDownloads({ status: 503, body: '' });
    expect(await failureOf(adapter.fetchMedia(cloudConnection(down.baseUrl), remote))).toMatchObject({
      class: 'retry',
    });
  });

  it('gives the token to no other host, and follows no redirect to one', async () => {
    graph = await startProvider(() => ({
      status: 200,
      body: { url: 'https://evil.example/x', mime_type: 'image/jpeg' },
    }));
    expect(await failureOf(adapter.fetchMedia(cloudConnection(graph.baseUrl), remote))).toMatchObject({
      code: 'hilo_media_host',
      reason: 'media_rejected',
    });
    await graph.close();
    const { baseUrl, requests } = await withDownloads({
      status: 302,
      body: '',
      headers: { location: 'https://evil.example/x' },
    });
    expect(await failureOf(adapter.fetchMedia(cloudConnection(baseUrl), remote))).toMatchObject({ class: 'permanent' });
    expect(requests).toHaveLength(2);
  });

  it('keeps a hostile media id inside its own path', async () => {
    const { baseUrl, requests } = await withDownloads({ status: 200, body: 'x' });
    await adapter.fetchMedia(cloudConnection(baseUrl), { ...remote, providerMediaId: '../me/accounts?x=#' });
    expect(requests[0]?.url).toBe('/v25.0/..%2Fme%2Faccounts%3Fx%3D%23?phone_number_id=441785372345678');
  });
});

describe('who may see the token', () => {
  const GRAPH = 'https://graph.facebook.com';
  it.each([
    'https://lookaside.fbsbx.com/whatsapp_business/attachments/?mid=1',
    'https://mmg.whatsapp.net/v/x',
    `${GRAPH}/x`,
  ])('%s may', (address) => {
    expect(mayReceiveToken(address, GRAPH)?.href).toBe(address);
  });

  it.each([
    'http://lookaside.fbsbx.com/x',
    'https://lookaside.fbsbx.com:8443/x',
    'https://fbsbx.com.evil.example/x',
    'https://evilfbsbx.com/x',
    'https://user:pass@lookaside.fbsbx.com/x',
    'https://lookaside.fbsbx.com@evil.example/x',
    'http://127.0.0.1/x',
    'http://graph.facebook.com/x',
    'file:///etc/passwd',
    'data:text/plain,x',
    'lookaside.fbsbx.com/x',
    '',
  ])('%p may not', (address) => expect(mayReceiveToken(address, GRAPH)).toBeUndefined());
});
