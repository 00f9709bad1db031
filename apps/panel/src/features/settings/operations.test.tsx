import { afterEach, describe, expect, it } from '@jest/globals';
import { screen, waitFor, within } from '@testing-library/react';
import { violations } from '../../testing/axe';
import { LATE, openSettings, page, refusal, type Answers } from './testing/open-settings';

let panel: Awaited<ReturnType<typeof openSettings>>;
afterEach(() => panel.close());
const open = async (section: string, answers: Answers, permissions?: Parameters<typeof openSettings>[2]) =>
  (panel = await openSettings(section, answers, permissions));

const webhook = (over: object = {}) => ({
  id: 'w1',
  door: 'whatsapp/d1',
  receivedAt: '2026-11-20T10:00:00Z',
  size: 812,
  events: 2,
  outcome: 'set_aside',
  reason: null,
  pending: 0,
  setAside: 2,
  error: 'the contact is gone',
  ...over,
});

describe('the flight recorder', () => {
  const answers: Answers = {
    'GET /channels': page([]),
    'GET /channels/problems': page([]),
    'GET /webhook-events': page([webhook()]),
    'GET /webhook-events/w1': { body: { ...webhook(), body: '{"object":"whatsapp_business_account"}' } },
    'POST /webhook-events/w1/replay': { body: webhook({ outcome: 'accepted' }) },
  };
  const recorder = async (more: Answers = {}) => {
    await open('canales', { ...answers, ...more });
    await panel.user.click(await screen.findByRole('tab', { name: 'Grabadora' }, LATE));
    return panel;
  };

  it('keeps its tab in the address and shows what arrived', async () => {
    const { router } = await recorder();
    expect(router.history.location.href).toBe('/ajustes/canales?ver=grabadora');
    const row = (await screen.findAllByRole('row', {}, LATE))[1];
    expect(row?.textContent).toContain('Apartado');
    expect(row?.textContent).toContain('whatsapp/d1');
  });

  it('asks the server for words of three letters or more, and for an outcome', async () => {
    const { user, received, fill } = await recorder();
    await screen.findAllByRole('row', {}, LATE);
    await fill('Buscar un número, un id o una palabra', 'wa');
    await fill('Buscar un número, un id o una palabra', 'wamid');
    await user.click(screen.getByRole('combobox', { name: 'Resultado' }));
    await user.click(await screen.findByRole('option', { name: 'No entendido' }, LATE));
    await waitFor(() => {
      const last = received.findLast((one) => one.path === '/webhook-events')?.query;
      expect([last?.get('q'), last?.get('outcome')]).toEqual(['wamid', 'not_understood']);
    }, LATE);
    expect(received.some((one) => one.query.get('q') === 'wa')).toBe(false);
  });

  it('opens one as it came, readable, and runs it again', async () => {
    const { user, sent } = await recorder();
    const [, row] = await screen.findAllByRole('row', {}, LATE);
    await user.click(within(row as HTMLElement).getByRole('button'));
    const sheet = await screen.findByRole('dialog', { name: 'Webhook' }, LATE);
    expect((await within(sheet).findByLabelText('Contenido recibido', {}, LATE)).textContent).toBe(
      '{\n  "object": "whatsapp_business_account"\n}',
    );
    expect(sheet.textContent).toContain('the contact is gone');
    expect(await violations(sheet)).toEqual([]);
    await user.click(within(sheet).getByRole('button', { name: 'Reenviar' }));
    expect((await screen.findAllByText('Webhook reenviado', {}, LATE)).length).toBeGreaterThan(0);
    expect(sent('POST', '/webhook-events/w1/replay')).toHaveLength(1);
  });

  it('says why one could not be run again', async () => {
    const { user } = await recorder({ 'POST /webhook-events/w1/replay': refusal(409, 'conflict') });
    const [, row] = await screen.findAllByRole('row', {}, LATE);
    await user.click(within(row as HTMLElement).getByRole('button'));
    await user.click(await screen.findByRole('button', { name: 'Reenviar' }, LATE));
    expect((await screen.findAllByText('No se pudo reenviar', {}, LATE)).length).toBeGreaterThan(0);
  });
});

describe('the problems', () => {
  it('are counted on their tab, say what to do, and open the webhook they are about', async () => {
    const problem = (kind: string, over: object = {}) => ({
      kind,
      door: 'whatsapp/d1',
      channelId: null,
      count: 3,
      words: 'words of the provider',
      latestAt: null,
      webhookEventId: null,
      ...over,
    });
    const { user } = await open('canales?ver=problemas', {
      'GET /channels': page([]),
      'GET /channels/problems': page([
        problem('set_aside', { webhookEventId: 'w1' }),
        problem('bad_signature'),
        problem('unhealthy'),
      ]),
      'GET /webhook-events/w1': { body: { ...webhook(), body: 'no json' } },
    });
    expect((await screen.findByRole('tab', { name: /Problemas/ }, LATE)).textContent).toBe('Problemas3');
    expect(await screen.findByText(/3 llamadas con firma equivocada/, {}, LATE)).toBeTruthy();
    expect(screen.getByText(/Comparar la clave secreta/)).toBeTruthy();
    expect(screen.getByText(/words of the provider/)).toBeTruthy();
    const opens = screen.getAllByRole('button', { name: 'Abrir' });
    expect(opens).toHaveLength(1);
    await user.click(opens[0] as HTMLElement);
    const sheet = await screen.findByRole('dialog', { name: 'Webhook' }, LATE);
    expect((await within(sheet).findByLabelText('Contenido recibido', {}, LATE)).textContent).toBe('no json');
  });

  it('may be none, which is good news', async () => {
    await open('canales?ver=problemas', { 'GET /channels': page([]), 'GET /channels/problems': page([]) });
    expect(await screen.findByText('Nada espera a una persona', {}, LATE)).toBeTruthy();
  });
});

describe('the status', () => {
  const STATUS = {
    ready: true,
    checks: { database: 'ok', redis: 'ok', storage: 'ok' },
    backlog: { outbox: 0, inbound: 12, inboundSetAside: 0, sends: 0, parkedEvents: 0 },
    listeners: [{ name: 'conversations.receive', behind: '0', movedAt: null }],
    channels: [{ id: 'c1', name: 'Ventas', state: 'degraded', reason: 'Lento' }],
    sockets: 1,
    uptimeS: 93_784,
    now: '2026-11-20T10:00:00Z',
  };
  const config = { role: 'all', production: false, databasePool: 10, redis: null, secrets: ['sessions', 'blindIndex'] };
  const told = (status: object) =>
    open('estado', { 'GET /system/status': { body: status }, 'GET /system/config': { body: config } });

  it('says in one line that all is well, and every part in words', async () => {
    await told(STATUS);
    expect(await screen.findByText('Todo funciona', {}, LATE)).toBeTruthy();
    expect(screen.getByText(/1 d 2 h 3 min · 1 panel conectado/)).toBeTruthy();
    expect(screen.getByText('Base de datos', { selector: 'li' })).toBeTruthy();
    expect(screen.getByText('Con dificultades')).toBeTruthy();
    expect(screen.getByText('al día')).toBeTruthy();
    expect(await violations(screen.getByRole('main'))).toEqual([]);
  });

  it.each([
    [{ ready: false, checks: { redis: 'down' } }, 'Una parte no funciona', /No responde/],
    [
      { backlog: { ...STATUS.backlog, parkedEvents: 1 } },
      'Funciona, pero algo espera a una persona',
      /alguien técnico debe verlos/,
    ],
    [{ listeners: [{ name: 'x', behind: '7', movedAt: null }] }, 'Todo funciona', /le faltan 7/],
  ])('with %p says «%s»', async (over, line, detail) => {
    await told({ ...STATUS, ...over });
    expect(await screen.findByText(line, {}, LATE)).toBeTruthy();
    expect(screen.getByText(detail)).toBeTruthy();
  });

  it('shows the configuration in words, without any secret', async () => {
    await told(STATUS);
    const shown = async (term: string) => (await screen.findByText(term, { selector: 'dt' }, LATE)).nextElementSibling;
    expect((await shown('Producción'))?.textContent).toBe('no');
    expect((await shown('Redis'))?.textContent).toBe('—');
    expect((await shown('Secretos puestos'))?.textContent).toBe('sessions, blindIndex');
  });
});

describe('the audit', () => {
  const entry = (id: string, action: string, over: object = {}) => ({
    id,
    actor: { kind: 'user', name: 'Paula Ríos', address: '10.0.0.1' },
    action,
    target: { type: 'user', id: '0198c0de-0000-7000-8000-000000000001' },
    detail: {},
    at: '2026-11-20T10:00:00Z',
    ...over,
  });

  it('says who did what to what, an unknown deed in its own word', async () => {
    await open('auditoria', {
      'GET /audit': page([
        entry('a1', 'user.created', { detail: { roles: ['advisor'] } }),
        entry('a2', 'from.the-future', { actor: { kind: 'system', name: null, address: null } }),
      ]),
    });
    const rows = (await screen.findAllByRole('row', {}, LATE)).slice(1).map((row) => row.textContent);
    for (const words of ['Paula Ríos', '10.0.0.1', 'Creó una persona', 'user 0198c0de', '{"roles":["advisor"]}'])
      expect(rows[0]).toContain(words);
    expect(rows[1]).toContain('El sistema');
    expect(rows[1]).toContain('from.the-future');
  });

  it('is asked for one kind of deed, and says when there is none', async () => {
    const { user, received } = await open('auditoria', {
      'GET /audit': ({ query }) => page(query.has('action') ? [] : [entry('a1', 'user.created')]),
    });
    await screen.findAllByRole('row', {}, LATE);
    await user.click(screen.getByRole('combobox', { name: 'Qué hizo' }));
    await user.click(await screen.findByRole('option', { name: 'Creó una clave de API' }, LATE));
    expect(await screen.findByText('Nada por aquí', {}, LATE)).toBeTruthy();
    expect(received.findLast((one) => one.path === '/audit')?.query.get('action')).toBe('api-key.created');
  });
});

describe('who may see what', () => {
  it.each(['canales', 'usuarios', 'equipos', 'claves-api', 'negocio', 'estado', 'auditoria'])(
    '%s is closed to an advisor, who is told so without a request',
    async (section) => {
      const { received } = await open(section, {}, ['conversations:read']);
      expect(await screen.findByText('Esta pantalla no está incluida en tu rol', {}, LATE)).toBeTruthy();
      const nav = within(screen.getByRole('navigation', { name: 'Ajustes' })).getAllByRole('link');
      expect(nav.map((one) => one.textContent)).toEqual(['Perfil']);
      const own = /^\/(auth\/session|sync|settings|notifications|conversations\/counts)$/;
      expect(received.filter((one) => !own.test(one.path))).toEqual([]);
    },
  );

  it('answers a section that is none inside the settings', async () => {
    await open('no-existe', {});
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('No encontrada');
    expect(screen.getByRole('navigation', { name: 'Ajustes' })).toBeTruthy();
  });
});
