import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { encodeCursor } from '../../../platform/database/keyset-page.js';
import { Sql } from '../../../platform/database/sql.js';
import { newId } from '../../../platform/ids/uuid.js';
import { refusedPaths } from '../../../testing/refusals.js';
import { createTestApp, type TestApp } from '../../../testing/test-app.js';
import { keyWith } from '../../../testing/test-people.js';
import { AuthHttpModule } from '../../auth/index.js';
import type { RemoteTemplate } from '../../channels/index.js';
import { ContactIdentification } from '../../contacts/index.js';
import { Templates, TemplatesHttpModule, TemplateSync } from '../index.js';
import type { TemplatePage, TemplatePreview } from './template.dto.js';

let host: TestApp;
let headers: { authorization: string };
const channelId = newId();

const body = (text: string) => [{ type: 'BODY', text }];
const remote = (name: string, over: Partial<RemoteTemplate> = {}): RemoteTemplate => ({
  providerTemplateId: `id-${name}`,
  name,
  language: 'es_EC',
  category: 'UTILITY',
  status: 'APPROVED',
  quality: null,
  rejectedReason: null,
  parameterFormat: 'named',
  components: body('Hola {{nombre}}, su {{producto}} de {{ciudad}} está listo.'),
  ...over,
});
const LIST = [
  remote('aviso'),
  remote('rico', {
    parameterFormat: 'positional',
    components: [
      { type: 'HEADER', format: 'TEXT', text: 'Pedido {{1}}' },
      { type: 'BODY', text: '{{1}} y {{2}} y {{1}}' },
      { type: 'FOOTER', text: 'Hilo' },
      {
        type: 'BUTTONS',
        buttons: [
          { type: 'URL', text: 'Ver', url: 'https://example.com/{{1}}' },
          { type: 'QUICK_REPLY', text: 'No' },
        ],
      },
    ],
  }),
  remote('pausada', { status: 'PAUSED' }),
  remote('cien_por_ciento', { components: body('Descuento 100% hoy') }),
  remote('propia', { components: body('{{constructor}} {{__proto__}} {{nombre}}') }),
  remote('z'.repeat(512), { components: body('Largo') }),
];
const list = async (query: string): Promise<TemplatePage> =>
  (await host.request<TemplatePage>({ path: `/templates${query}`, headers })).body;
const names = async (query: string): Promise<string[]> => (await list(query)).data.map(({ name }) => name);
const idOf = async (name: string): Promise<string> => {
  const found = (await list('?limit=200')).data.find((template) => template.name === name);
  return found?.id ?? '';
};
const preview = async (name: string, asked: unknown) =>
  host.request<TemplatePreview>({
    method: 'POST',
    path: `/templates/${await idOf(name)}/preview`,
    headers,
    body: asked,
  });
const contact = async (name: string, more: object = {}): Promise<string> => {
  const sender = {
    key: 'c',
    channelKind: 'whatsapp_cloud' as const,
    identities: [{ kind: 'bsuid' as const, value: newId() }],
    name,
    ...more,
  };
  return (await host.get(ContactIdentification).resolve([sender])).get('c')?.contactId ?? '';
};

beforeAll(async () => {
  host = await createTestApp([AuthHttpModule, TemplatesHttpModule]);
  headers = (await keyWith(host, ['templates:read'])).headers;
  await host.get(Sql).rows(
    `insert into channel (id, kind, name, address, base_url, credentials, country, sandbox, rate, created_at, updated_at)
     values ($1, 'whatsapp_cloud', 'Ventas', '1', 'http://127.0.0.1:1', '', 'EC', true, 80, now(), now())`,
    [channelId],
  );
  await host.get(TemplateSync).apply(channelId, LIST);
});
afterAll(() => host.close());

describe('a preview', () => {
  it('shows header, body, footer and buttons as the customer would see them', async () => {
    const variables = { 'header.1': '77', 1: 'Ana', 2: 'sofá', 'button.0': 'p77', nobody: 'asked' };
    expect((await preview('rico', { variables })).body).toEqual({
      header: 'Pedido 77',
      body: 'Ana y sofá y Ana',
      footer: 'Hilo',
      buttons: [
        { kind: 'url', text: 'Ver' },
        { kind: 'quick_reply', text: 'No' },
      ],
    });
  });

  it.each([
    '{{producto}}',
    '{{constructor}}',
    '${producto}',
    '__proto__',
    '$&',
    "'; drop table contact; --",
    '<b>x</b>',
    '{nombre}',
    '{{{{nombre}}}}',
  ])('puts %s in as it is, given or the name of a contact', async (value) => {
    const given = await preview('aviso', { variables: { nombre: value, producto: 'sofá', ciudad: 'Quito' } });
    expect(given.body.body).toBe(`Hola ${value}, su sofá de Quito está listo.`);
    const contactId = await contact(value);
    const first = value.split(' ')[0] ?? '';
    const taken = await preview('aviso', { variables: { producto: value, ciudad: 'Quito' }, contactId });
    expect(taken.body.body).toBe(`Hola ${first}, su ${value} de Quito está listo.`);
  });

  it('reaches nothing of the program by the name of a place', async () => {
    expect(refusedPaths(await preview('propia', { variables: { nombre: 'Ana' } }))).toEqual([
      '/variables/__proto__',
      '/variables/constructor',
    ]);
    const raw = await fetch(`${host.origin}/templates/${await idOf('propia')}/preview`, {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/json' },
      body: '{"variables":{"nombre":"Ana","constructor":"C","__proto__":{"x":1}}}',
    });
    expect(raw.status).toBe(400);
    expect(({} as Record<string, unknown>)['x']).toBeUndefined();
  });

  it('prefers what is given to what the contact says, and says what is still missing', async () => {
    const contactId = await contact('Ana María Ruiz');
    expect(
      (await preview('aviso', { variables: { nombre: 'Sra. Ruiz', producto: 'sofá', ciudad: 'Loja' }, contactId })).body
        .body,
    ).toBe('Hola Sra. Ruiz, su sofá de Loja está listo.');
    expect(refusedPaths(await preview('aviso', { variables: { producto: 'sofá' }, contactId }))).toEqual([
      '/variables/ciudad',
    ]);
    const nameless = await contact('', { username: undefined });
    expect(refusedPaths(await preview('aviso', { variables: {}, contactId: nameless }))).toEqual([
      '/variables/ciudad',
      '/variables/nombre',
      '/variables/producto',
    ]);
  });

  it.each<[string, unknown, string[]]>([
    ['nothing', {}, ['/variables']],
    ['null', { variables: null }, ['/variables']],
    ['a list', { variables: ['Ana'] }, ['/variables']],
    ['a number', { variables: { nombre: 7 } }, ['/variables']],
    [
      'too many',
      { variables: Object.fromEntries(Array.from({ length: 51 }, (_, index) => [`v${index}`, 'x'])) },
      ['/variables'],
    ],
    ['a book', { variables: { nombre: 'x'.repeat(2001) } }, ['/variables']],
    ['a contact that is no id', { variables: {}, contactId: 'ana' }, ['/contactId']],
    ['a null for the contact', { variables: {}, contactId: null }, ['/contactId']],
    [
      'lines',
      { variables: { nombre: 'Ana\nRuiz', producto: 'a\tb', ciudad: 'a     b' } },
      ['/variables/ciudad', '/variables/nombre', '/variables/producto'],
    ],
    ['long values', { variables: { nombre: 'x'.repeat(1025), producto: 'x', ciudad: 'y' } }, ['/variables/nombre']],
  ])('is refused with %s', async (_, asked, paths) => {
    const answer = await preview('aviso', asked);
    expect([answer.status, refusedPaths(answer)]).toEqual([400, paths]);
  });

  it('of nobody or of no template is not found', async () => {
    expect((await preview('aviso', { variables: {}, contactId: randomUUID() })).status).toBe(404);
    expect(
      (
        await host.request({
          method: 'POST',
          path: `/templates/${randomUUID()}/preview`,
          headers,
          body: { variables: {} },
        })
      ).status,
    ).toBe(404);
  });
});

describe('sending', () => {
  it('is possible for what is approved alone', async () => {
    const templates = host.get(Templates);
    const variables = { nombre: 'Ana', producto: 'x', ciudad: 'y' };
    expect(await templates.forSending(await idOf('aviso'), variables)).toMatchObject({ ok: true, channelId });
    expect(await templates.forSending(await idOf('pausada'), variables)).toEqual({
      ok: false,
      code: 'not_approved',
      missing: [],
      unfit: [],
    });
    expect(await templates.forSending(await idOf('aviso'), { nombre: 'a\nb' })).toEqual({
      ok: false,
      code: 'bad_variables',
      missing: ['producto', 'ciudad'],
      unfit: ['nombre'],
    });
  });
});

describe('the list', () => {
  it.each<[string, string[]]>([
    ['?q=cien%20por', ['cien_por_ciento']],
    ['?q=cien_por', ['cien_por_ciento']],
    ['?q=100%25', ['cien_por_ciento']],
    ['?q=%EF%BC%85', ['cien_por_ciento']],
    ['?q=ESTA%20LISTO&status=paused', ['pausada']],
    ["?q=x'%20or%20'1'='1", []],
    ['?q=%5C', []],
  ])('%s finds %j', async (query, expected) => expect(await names(query)).toEqual(expected));

  it.each([1, 2, 5])('is walked %d at a time, by name, each once, past the longest name', async (limit) => {
    const seen: string[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const page: TemplatePage = await list(`?limit=${limit}${cursor && `&cursor=${cursor}`}`);
      seen.push(...page.data.map(({ name }) => name));
      cursor = page.nextCursor;
    }
    expect(seen).toEqual(LIST.map(({ name }) => name).sort());
  });

  it.each([
    ['?status=sent', ['?status']],
    ['?channelId=1&limit=0', ['?channelId', '?limit']],
    [`?cursor=${encodeCursor(['a', 'x'])}`, ['?cursor']],
    [`?cursor=${encodeCursor([null, null])}`, ['?cursor']],
  ])('refuses %s', async (query, paths) => {
    const answer = await host.request({ path: `/templates${query}`, headers });
    expect([answer.status, refusedPaths(answer)]).toEqual([400, paths]);
  });
});
