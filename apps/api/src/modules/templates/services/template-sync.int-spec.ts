import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Sql } from '../../../platform/database/sql.js';
import { Encryption } from '../../../platform/encryption/encryption.js';
import { newId } from '../../../platform/ids/uuid.js';
import { keptRows } from '../../../testing/kept-rows.js';
import { createTestApp, type TestApp } from '../../../testing/test-app.js';
import { keyWith } from '../../../testing/test-people.js';
import { AuthHttpModule } from '../../auth/index.js';
import { Channels } from '../../channels/index.js';
import { type ProviderAnswer, type ScriptedProvider, startProvider } from '../../channels/testing/scripted-provider.js';
import { WhatsappModule } from '../../whatsapp/index.js';
import { SyncTemplatesJob } from '../jobs/sync-templates.job.js';
import { TemplatesHttpModule, TemplatesWorkerModule, TemplateSync } from '../index.js';
import type { TemplatePage } from '../http/template.dto.js';

type Graph = Record<string, unknown>;
let host: TestApp;
let sql: Sql;
let headers: { authorization: string };
let provider: ScriptedProvider;
/** What the provider answers for each business account. */
const accounts = new Map<string, ProviderAnswer | 'hang-up'>();

const graph = (name: string, over: Record<string, unknown> = {}): Graph => ({
  id: `id-${name}`,
  name,
  language: 'es_EC',
  status: 'APPROVED',
  category: 'UTILITY',
  parameter_format: 'NAMED',
  components: [{ type: 'BODY', text: 'Hola {{nombre}}' }],
  quality_score: { score: 'GREEN' },
  rejected_reason: 'NONE',
  ...over,
});
const holds = (account: string, ...templates: Graph[]) =>
  accounts.set(account, { status: 200, body: { data: templates } });
const list = async (query = '') =>
  (await host.request<TemplatePage>({ path: `/templates${query}`, headers })).body.data;
const names = async (query = ''): Promise<string[]> => (await list(query)).map(({ name }) => name);
const syncAll = () => host.get(TemplateSync).syncAll();

async function channel(account: string | null, over: { active?: boolean } = {}): Promise<string> {
  const id = newId();
  await sql.rows(
    `insert into channel (id, kind, name, address, account_id, base_url, credentials, country, sandbox, active, rate, created_at, updated_at)
     values ($1, 'whatsapp_cloud', 'Ventas', $2, $3, $4, $5, 'EC', true, $6, 80, now(), now())`,
    [
      id,
      id,
      account,
      provider.baseUrl,
      host.get(Encryption).encrypt(JSON.stringify({ accessToken: 'EAAG-secret', appSecret: 's' })),
      over.active ?? true,
    ],
  );
  host.get(Channels).forget();
  return id;
}

beforeAll(async () => {
  provider = await startProvider(
    ({ url }) =>
      accounts.get(/\/([^/]+)\/message_templates/.exec(url)?.[1] ?? '') ?? {
        status: 404,
        body: { error: { code: 100, message: 'none' } },
      },
  );
  host = await createTestApp([AuthHttpModule, WhatsappModule, TemplatesHttpModule, TemplatesWorkerModule]);
  sql = host.get(Sql);
  headers = (await keyWith(host, ['templates:read', 'templates:write'])).headers;
});
beforeEach(async () => {
  accounts.clear();
  provider.requests.length = 0;
  for (const table of ['message_template', 'channel']) await sql.rows(`delete from ${table}`);
  host.get(Channels).forget();
});
afterAll(async () => {
  await host.close();
  await provider.close();
});

describe('asking the provider', () => {
  it('takes over what it says, word for word where it shows and in our words where we decide', async () => {
    const channelId = await channel('A1');
    holds(
      'A1',
      graph('oferta', {
        status: 'REJECTED',
        rejected_reason: 'PROMOTIONAL',
        category: 'MARKETING',
        quality_score: { score: 'RED' },
      }),
    );
    expect(await syncAll()).toEqual({ changed: 1, deleted: 0 });
    expect(await list()).toMatchObject([
      {
        channelId,
        name: 'oferta',
        language: 'es_EC',
        status: 'rejected',
        rejectedReason: 'PROMOTIONAL',
        category: 'marketing',
        quality: 'red',
        body: 'Hola {{nombre}}',
        variables: [{ key: 'nombre', part: 'body' }],
      },
    ]);
    expect(provider.requests[0]?.headers['authorization']).toBe('Bearer EAAG-secret');
  });

  it.each([
    ['APPROVED', 'approved'],
    ['PENDING', 'pending'],
    ['IN_APPEAL', 'pending'],
    ['REJECTED', 'rejected'],
    ['PAUSED', 'paused'],
    ['DISABLED', 'disabled'],
    ['LIMIT_EXCEEDED', 'disabled'],
    ['PENDING_DELETION', 'deleted'],
    ['SOMETHING_NEW', 'other'],
  ])('%s is %s, and only the approved can be sent', async (word, status) => {
    await channel('A1');
    holds('A1', graph('aviso', { status: word }));
    await syncAll();
    expect((await list(`?status=${status}`)).map(({ name }) => name)).toEqual(['aviso']);
    expect(await names()).toEqual(status === 'deleted' ? [] : ['aviso']);
  });

  it('twice changes nothing the second time, not even a moment', async () => {
    await channel('A1');
    holds('A1', graph('uno'), graph('dos'));
    await syncAll();
    const before = await keptRows(sql, ['message_template']);
    expect(await syncAll()).toEqual({ changed: 0, deleted: 0 });
    expect(await host.get(SyncTemplatesJob).run()).toBe(0);
    expect(await keptRows(sql, ['message_template'])).toEqual(before);
  });

  it('marks what is gone, keeps its id, and takes it back when it comes again', async () => {
    await channel('A1');
    holds('A1', graph('uno'), graph('dos'));
    await syncAll();
    const [dos] = await list('?q=dos');
    holds('A1', graph('uno'));
    expect(await syncAll()).toEqual({ changed: 0, deleted: 1 });
    expect([await names(), await names('?status=deleted')]).toEqual([['uno'], ['dos']]);
    holds('A1', graph('uno'), graph('dos', { id: 'id-new' }));
    expect(await syncAll()).toEqual({ changed: 1, deleted: 0 });
    expect((await list('?q=dos'))[0]?.id).toBe(dos?.id);
    holds('A1');
    expect(await syncAll()).toEqual({ changed: 0, deleted: 2 });
  });

  it('tells languages of one name apart, and takes the last of two that say the same', async () => {
    await channel('A1');
    holds(
      'A1',
      graph('hola'),
      graph('hola', { language: 'pt_BR', id: 'id-pt' }),
      graph('hola', { language: 'en', id: 'id-en' }),
      graph('hola', { language: 'en', id: 'id-en2' }),
    );
    expect(await syncAll()).toEqual({ changed: 3, deleted: 0 });
    expect((await list()).map(({ language }) => language).sort()).toEqual(['en', 'es_EC', 'pt_BR']);
    holds('A1', graph('hola'));
    expect(await syncAll()).toEqual({ changed: 0, deleted: 2 });
  });
});

describe('many channels', () => {
  it.each<[string, ProviderAnswer | 'hang-up']>([
    ['hangs up', 'hang-up'],
    ['fails', { status: 500, body: 'oops' }],
    ['refuses the token', { status: 401, body: { error: { code: 190, message: 'expired' } } }],
    ['limits', { status: 400, body: { error: { code: 80007, message: 'rate' } } }],
  ])('one that %s keeps what we knew of it, and the others go on', async (_, failure) => {
    const [broken, sound] = [await channel('A1'), await channel('A2')];
    holds('A1', graph('rota'));
    holds('A2', graph('sana'));
    await syncAll();
    accounts.set('A1', failure);
    holds('A2', graph('sana'), graph('nueva'));
    expect(await syncAll()).toEqual({ changed: 1, deleted: 0 });
    expect(await names(`?channelId=${broken}`)).toEqual(['rota']);
    expect(await names(`?channelId=${sound}`)).toEqual(['nueva', 'sana']);
  });

  it('one that is switched off is not asked, one without an account neither', async () => {
    await channel('A1', { active: false });
    await channel(null);
    holds('A1', graph('nunca'));
    expect(await syncAll()).toEqual({ changed: 0, deleted: 0 });
    expect([provider.requests.length, await names()]).toEqual([0, []]);
  });

  it('each has its own templates, also of one name', async () => {
    const [one, other] = [await channel('A1'), await channel('A2')];
    holds('A1', graph('hola'));
    holds('A2', graph('hola', { status: 'PAUSED' }));
    await syncAll();
    holds('A2');
    await syncAll();
    expect([await names(`?channelId=${one}`), await names(`?channelId=${other}`)]).toEqual([['hola'], []]);
  });
});

describe('what a provider may send', () => {
  it('is passed over where it is no template, and the rest is taken', async () => {
    await channel('A1');
    const strange = [
      null,
      7,
      [],
      {},
      { id: 'x' },
      { id: 'x', name: '', language: 'es' },
      { name: 'sin_id', language: 'es' },
    ] as unknown as Graph[];
    holds(
      'A1',
      ...strange,
      graph('buena'),
      graph('rara', { components: 'none', quality_score: 7, category: null, status: [] }),
    );
    expect(await syncAll()).toEqual({ changed: 2, deleted: 0 });
    expect(await list()).toMatchObject([
      { name: 'buena', status: 'approved' },
      { name: 'rara', status: 'other', category: 'other', quality: 'unknown', body: '', variables: [] },
    ]);
  });

  it('stays text: nothing in it is run, and the list stands', async () => {
    await channel('A1');
    const text = `'); drop table message_template; -- {{nombre}} \${process.env} <script>alert(1)</script> %_\\`;
    holds(
      'A1',
      graph('mala', {
        components: [
          { type: 'BODY', text },
          { type: 'FOOTER', text: '{{__proto__}}' },
        ],
      }),
    );
    await syncAll();
    expect(await list()).toMatchObject([{ body: text, footer: '{{__proto__}}', variables: [{ key: 'nombre' }] }]);
  });
});
