import { afterEach, describe, expect, it } from '@jest/globals';
import { startProvider, type ProviderAnswer, type ScriptedProvider } from '../../channels/testing/scripted-provider.js';
import { cloudConnection } from './testing/cloud-connection.js';
import { WhatsappCloudAdapter } from './whatsapp-cloud.adapter.js';

let graph: ScriptedProvider | undefined;
const adapter = new WhatsappCloudAdapter();
afterEach(async () => {
  await graph?.close();
});

const template = (over: object = {}) => ({
  id: '1',
  name: 'cita',
  language: 'es_EC',
  status: 'APPROVED',
  category: 'UTILITY',
  components: [],
  ...over,
});
async function account(...pages: ProviderAnswer['body'][]): Promise<ScriptedProvider> {
  graph = await startProvider((_request, index) => ({ status: 200, body: pages[Math.min(index, pages.length - 1)] }));
  return graph;
}
const listed = async (provider: ScriptedProvider) => adapter.listTemplates(cloudConnection(provider.baseUrl));

describe('the templates of an account', () => {
  it('come page by page, in the order of the provider', async () => {
    const provider = await account(
      {
        data: [template({ id: '1' }), template({ id: '2' })],
        paging: { cursors: { after: 'A' }, next: 'https://graph.example/next' },
      },
      { data: [template({ id: '3' })], paging: { cursors: { after: 'B' } } },
    );
    expect((await listed(provider)).map(({ providerTemplateId }) => providerTemplateId)).toEqual(['1', '2', '3']);
    const queries = provider.requests.map(({ url }) => new URL(url, 'http://x').searchParams);
    expect(queries.map((query) => query.get('after'))).toEqual([null, 'A']);
    expect(queries[0]?.get('fields')).toContain('parameter_format');
  });

  it('end when the provider pages in circles', async () => {
    const circle = { data: [template()], paging: { cursors: { after: 'A' }, next: 'x' } };
    const provider = await account(circle);
    expect(await listed(provider)).toHaveLength(2);
    expect(provider.requests).toHaveLength(2);
  });

  it('are never fetched from an address that the provider names', async () => {
    const evil = await startProvider(() => ({ status: 200, body: { data: [] } }));
    const provider = await account(
      { data: [], paging: { cursors: { after: 'A' }, next: `${evil.baseUrl}/steal` } },
      { data: [] },
    );
    await listed(provider);
    await evil.close();
    expect(evil.requests).toEqual([]);
    expect(provider.requests).toHaveLength(2);
  });

  it('tell what is known of each', async () => {
    const full = template({
      id: 168,
      parameter_format: 'NAMED',
      quality_score: { score: 'GREEN' },
      rejected_reason: 'NONE',
      components: [{ type: 'BODY', text: 'Hola {{name}}' }, 'x', null],
    });
    expect(
      await listed(
        await account({ data: [full, template({ status: 'REJECTED', rejected_reason: 'INVALID_FORMAT' })] }),
      ),
    ).toEqual([
      {
        providerTemplateId: '168',
        name: 'cita',
        language: 'es_EC',
        category: 'UTILITY',
        status: 'APPROVED',
        quality: 'GREEN',
        rejectedReason: null,
        parameterFormat: 'named',
        components: [{ type: 'BODY', text: 'Hola {{name}}' }],
      },
      expect.objectContaining({
        status: 'REJECTED',
        rejectedReason: 'INVALID_FORMAT',
        quality: null,
        parameterFormat: 'positional',
      }),
    ]);
  });

  it.each([
    [{ data: 'x' }],
    [{}],
    [[]],
    ['not json'],
    [{ data: [null, {}, { id: '1' }, { id: '1', name: 'x' }, { name: 'x', language: 'es' }] }],
  ])('survive %j', async (page) => {
    expect(await listed(await account(page))).toEqual([]);
  });

  it('of an account that Meta blocks are an error with its reason', async () => {
    graph = await startProvider(() => ({
      status: 401,
      body: { error: { code: 190, message: 'Error validating access token' } },
    }));
    await expect(listed(graph)).rejects.toMatchObject({
      name: 'ProviderCallError',
      failure: { code: '190', class: 'account_blocked' },
    });
  });

  it('need the id of the account', async () => {
    const provider = await account({ data: [] });
    await expect(
      adapter.listTemplates({ ...cloudConnection(provider.baseUrl), accountId: null }),
    ).rejects.toMatchObject({ failure: { code: 'hilo_no_account' } });
    expect(provider.requests).toEqual([]);
  });
});
