import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '../../../platform/ids/uuid.js';
import type { EventItem } from '../../../platform/outbox/domain-event.js';
import { startHttp, type HttpContext } from '../../../testing/http-context.js';
import { AuthModule, permissionsOf, type Principal } from '../../auth/index.js';
import type { ChannelNoticeEvent, RemoteTemplate } from '../../channels/index.js';
import { ContactIdentification, ContactsModule } from '../../contacts/index.js';
import { Templates, TemplatesHttpModule, TemplatesModule, TemplatesWorkerModule, TemplateSync } from '../index.js';
import { ApplyTemplateNotice } from '../listeners/apply-template-notice.js';

const principal: Principal = {
  kind: 'user',
  id: newId(),
  name: 'Sofía Vera',
  roles: ['admin'],
  teamIds: [],
  permissions: permissionsOf(['admin']),
};
const channelId = newId();
let http: HttpContext;
let sync: TemplateSync;

const remote = (name: string, over: Partial<RemoteTemplate> = {}): RemoteTemplate => ({
  providerTemplateId: `id-${name}`,
  name,
  language: 'es_EC',
  category: 'UTILITY',
  status: 'APPROVED',
  quality: 'GREEN',
  rejectedReason: null,
  parameterFormat: 'named',
  components: [{ type: 'BODY', text: 'Hola {{nombre}}, su pedido {{pedido}} está listo.' }],
  ...over,
});
const LIST = [
  remote('aviso_pedido'),
  remote('oferta_sofa', { category: 'MARKETING', status: 'PENDING' }),
  remote('zapatos', { language: 'pt_BR' }),
];

beforeAll(async () => {
  http = await startHttp(
    [AuthModule, ContactsModule, TemplatesModule, TemplatesHttpModule, TemplatesWorkerModule],
    principal,
  );
  sync = http.module.get(TemplateSync);
  await http.sql.rows(
    `insert into channel (id, kind, name, address, base_url, credentials, country, sandbox, rate, created_at, updated_at) values ($1, 'whatsapp_cloud', 'Ventas', '100', 'http://127.0.0.1:1', '', 'EC', true, 80, $2, $2)`,
    [channelId, new Date()],
  );
  await sync.apply(channelId, LIST);
});
afterAll(() => http.close());

interface View {
  id: string;
  name: string;
  status: string;
  quality: string;
  category: string;
  rejectedReason: string | null;
  variables: { key: string }[];
}
const list = async (query = ''): Promise<View[]> =>
  (await http.ask<{ data: View[] }>('GET', `/templates${query}`)).body.data;
const named = async (name: string): Promise<View> => {
  const found = (await list(`?q=${name}`))[0];
  if (!found) throw new Error(`no template ${name}`);
  return found;
};

describe('synchronising', () => {
  it('takes over the list once and writes nothing when it is the same', async () => {
    expect(await sync.apply(channelId, LIST)).toEqual({ changed: 0, deleted: 0 });
    expect((await list()).map(({ name }) => name)).toEqual(['aviso_pedido', 'oferta_sofa', 'zapatos']);
    expect((await list('?status=approved')).map(({ name }) => name)).toEqual(['aviso_pedido', 'zapatos']);
    expect(await list(`?channelId=${newId()}`)).toEqual([]);
    expect((await list('?q=oferta%20sofá')).map(({ name }) => name)).toEqual(['oferta_sofa']);
  });

  it('keeps the id of a template that changes, and marks those that are gone', async () => {
    const before = await named('oferta_sofa');
    expect(
      await sync.apply(channelId, [remote('aviso_pedido'), remote('oferta_sofa', { category: 'MARKETING' })]),
    ).toEqual({ changed: 1, deleted: 1 });
    expect(await named('oferta_sofa')).toMatchObject({ id: before.id, status: 'approved' });
    expect((await list('?status=deleted')).map(({ name }) => name)).toEqual(['zapatos']);
    expect(await sync.apply(channelId, LIST)).toEqual({ changed: 2, deleted: 0 });
  });

  it('is asked for and answered at once', async () => {
    expect((await http.ask('POST', '/templates/sync')).status).toBe(202);
  });
});

describe('notices', () => {
  const tell = (notice: ChannelNoticeEvent['notice']): Promise<void> => {
    const item: EventItem = {
      seq: '1',
      topic: 'channel.notice',
      at: new Date(),
      data: { channelId, at: new Date().toISOString(), notice },
    };
    return http.module.get(ApplyTemplateNotice).handle([item]);
  };

  it('change status, quality and category of the template they name', async () => {
    const about = { templateId: 'id-aviso_pedido', name: 'aviso_pedido', language: 'es_EC' };
    await tell({ kind: 'template_status', ...about, status: 'PAUSED', reason: 'low quality' });
    await tell({ kind: 'template_quality', ...about, quality: 'RED' });
    await tell({ kind: 'template_category', ...about, category: 'MARKETING' });
    expect(await named('aviso_pedido')).toMatchObject({
      status: 'paused',
      rejectedReason: 'low quality',
      quality: 'red',
      category: 'marketing',
    });
    expect(
      await http.module.get(Templates).forSending((await named('aviso_pedido')).id, { nombre: 'Ana', pedido: '7' }),
    ).toMatchObject({ ok: false, code: 'not_approved' });
    await sync.apply(channelId, LIST);
    expect(await named('aviso_pedido')).toMatchObject({
      status: 'approved',
      rejectedReason: null,
      quality: 'green',
      category: 'utility',
    });
  });

  it('of unknown templates and other matters change nothing', async () => {
    const before = await list();
    await tell({ kind: 'template_status', templateId: 'id-never', name: 'never', language: 'es', status: 'APPROVED' });
    await tell({ kind: 'number_quality', event: 'FLAGGED' });
    expect(await list()).toEqual(before);
  });
});

describe('filling', () => {
  it('previews with the contact’s own name', async () => {
    const made = await http.module.get(ContactIdentification).resolve([
      {
        key: 'a',
        channelKind: 'whatsapp_cloud',
        identities: [{ kind: 'wa_id', value: '593990001111' }],
        phone: '+593990001111',
        name: '{{pedido}} Ruiz',
      },
    ]);
    const { id } = await named('aviso_pedido');
    const answer = await http.ask('POST', `/templates/${id}/preview`, {
      variables: { pedido: '77' },
      contactId: made.get('a')?.contactId,
    });
    expect(answer).toMatchObject({
      status: 200,
      body: { header: null, body: 'Hola {{pedido}}, su pedido 77 está listo.', footer: null, buttons: [] },
    });
  });

  it('names every missing variable by its pointer', async () => {
    const { id } = await named('aviso_pedido');
    const answer = await http.ask<{ code: string; errors: { path: string }[] }>('POST', `/templates/${id}/preview`, {
      variables: { pedido: 'a\nb' },
    });
    expect([answer.status, answer.body.code, answer.body.errors.map(({ path }) => path)]).toEqual([
      400,
      'validation_failed',
      ['/variables/nombre', '/variables/pedido'],
    ]);
    expect((await http.ask('POST', `/templates/${id}/preview`, { variables: { nombre: ['x'] } })).status).toBe(400);
    expect((await http.ask('POST', `/templates/${newId()}/preview`, { variables: {} })).status).toBe(404);
  });

  it('gives the channel what to send', async () => {
    const { id } = await named('aviso_pedido');
    const templates = http.module.get(Templates);
    expect(await templates.forSending(id, { nombre: 'Ana', pedido: '7' })).toMatchObject({
      ok: true,
      channelId,
      category: 'utility',
      content: { name: 'aviso_pedido', language: 'es_EC', body: { nombre: 'Ana', pedido: '7' } },
    });
    expect(await templates.forSending(id, { nombre: 'Ana' })).toEqual({
      ok: false,
      code: 'bad_variables',
      missing: ['pedido'],
      unfit: [],
    });
    expect(await templates.forSending(newId(), {})).toMatchObject({ ok: false, code: 'not_found' });
  });
});
