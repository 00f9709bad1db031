import { afterEach, describe, expect, it } from '@jest/globals';
import { screen, waitFor, within } from '@testing-library/react';
import { violations } from '../../testing/axe';
import type { Channel } from './api/channels';
import { ADMIN_MAY, LATE, openSettings, page, refusal, type Answers } from './testing/open-settings';

let panel: Awaited<ReturnType<typeof openSettings>>;
afterEach(() => panel.close());

const channel = (over: Partial<Channel> = {}): Channel => ({
  id: 'c1',
  kind: 'whatsapp_cloud',
  name: 'Ventas',
  address: '100200300',
  accountId: '900',
  displayAddress: '+593 99 000 0001',
  sandbox: true,
  active: true,
  rate: 80,
  assistantMode: 'auto',
  team: null,
  country: 'EC',
  health: { state: 'healthy', reason: null, since: null },
  webhookUrl: 'https://hilo.test/webhooks/whatsapp/d1',
  lastWebhookAt: null,
  credentials: ['accessToken', 'appSecret'],
  createdAt: '2026-11-01T12:00:00.000Z',
  version: 2,
  ...over,
});
const open = async (answers: Answers = {}, permissions = ADMIN_MAY) =>
  (panel = await openSettings(
    'canales',
    {
      'GET /channels': page([channel()]),
      'GET /channels/problems': page([]),
      'GET /teams': page([{ id: 't1', name: 'Norte', memberIds: [], version: 1 }]),
      'GET /settings': { body: { business: { name: 'Tienda', country: 'EC', timeZone: 'America/Guayaquil' } } },
      ...answers,
    },
    permissions,
  ));
const card = (name = 'Ventas') => screen.findByRole('article', { name }, LATE);

describe('a channel', () => {
  it('says loudly that it is a sandbox, how it is and where its webhooks go', async () => {
    const { user } = await open();
    const shown = await card();
    for (const words of ['SANDBOX', 'Funciona', '80 por segundo', 'Nunca', 'Sin equipo', '2 guardadas', '100200300'])
      expect(shown.textContent).toContain(words);
    await user.click(within(shown).getByRole('button', { name: 'Copiar' }));
    expect(await navigator.clipboard.readText()).toBe('https://hilo.test/webhooks/whatsapp/d1');
    expect(await violations(screen.getByRole('main'))).toEqual([]);
  });

  it('that is real says nothing of a sandbox; one that is down says why, one that is off does not', async () => {
    const health = { state: 'down' as const, reason: 'El token venció', since: null };
    await open({
      'GET /channels': page([
        channel({ sandbox: false, health }),
        channel({ id: 'c2', name: 'Apagada', active: false, health }),
      ]),
    });
    const shown = await card();
    expect(shown.textContent).not.toContain('SANDBOX');
    expect(shown.textContent).toContain('El token venció');
    const off = await card('Apagada');
    expect(off.textContent).toContain('Apagado');
    expect(off.textContent).not.toContain('El token venció');
  });

  it('is only looked at by those who may not manage it', async () => {
    await open({}, ['webhook-events:read']);
    const shown = await card();
    expect(within(shown).queryByRole('button', { name: 'Probar' })).toBeNull();
    expect(screen.queryByRole('button', { name: 'Agregar WhatsApp' })).toBeNull();
  });

  it.each([
    [{ body: { healthy: true, detail: '' } }, 'Meta respondió bien'],
    [{ body: { healthy: false, detail: 'token vencido' } }, 'Meta no lo aceptó: token vencido'],
  ])('that is tried says how that went: %p', async (answer, words) => {
    const { user } = await open({ 'POST /channels/c1/test': answer });
    const shown = await card();
    await user.click(within(shown).getByRole('button', { name: 'Probar' }));
    expect(await within(shown).findByText(words, {}, LATE)).toBeTruthy();
  });

  it('may be none yet', async () => {
    await open({ 'GET /channels': page([]) });
    expect(await screen.findByText('Todavía no hay canales', {}, LATE)).toBeTruthy();
  });
});

describe('changing a channel', () => {
  async function sheet() {
    await panel.user.click(within(await card()).getByRole('button', { name: 'Editar' }));
    return screen.findByRole('dialog', { name: 'Ventas' }, LATE);
  }

  it('sends what changed alone, a team among it', async () => {
    const { user, sent, request, fill } = await open({ 'PATCH /channels/c1': { body: channel() } });
    const form = await sheet();
    await fill('Ritmo', '20', form);
    await user.click(within(form).getByRole('combobox', { name: 'Equipo' }));
    await user.click(await screen.findByRole('option', { name: 'Norte' }, LATE));
    await user.click(within(form).getByRole('button', { name: 'Guardar' }));
    await waitFor(() => expect(sent('PATCH', '/channels/c1')).toEqual([{ rate: 20, teamId: 't1' }]), LATE);
    expect(request('PATCH', '/channels/c1')?.headers.get('if-match')).toBe('"2"');
  });

  it('asks nothing of the server when nothing changed', async () => {
    const { user, sent } = await open();
    const form = await sheet();
    await user.click(within(form).getByRole('button', { name: 'Guardar' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull(), LATE);
    expect(sent('PATCH', '/channels/c1')).toEqual([]);
  });

  it('marks every field the server refused and keeps what was typed', async () => {
    const paths = ['/name', '/displayAddress', '/rate'];
    const { user, fill } = await open({ 'PATCH /channels/c1': refusal(400, 'validation_failed', paths) });
    const form = await sheet();
    await fill('Nombre', '—', form);
    await fill('Ritmo', '9999', form);
    await user.click(within(form).getByRole('button', { name: 'Guardar' }));
    expect(await within(form).findByText('Un número entero entre 1 y 1000.', {}, LATE)).toBeTruthy();
    expect(within(form).getByText('Falta un nombre con letras o números.')).toBeTruthy();
    expect(within(form).getByText(/Un teléfono, por ejemplo/)).toBeTruthy();
    expect(within(form).getByLabelText<HTMLInputElement>('Ritmo').value).toBe('9999');
  });

  it('shows what somebody else made of it meanwhile, and saves against that', async () => {
    let version = 2;
    const { user, request, fill } = await open({
      'GET /channels': () => page([channel({ version, name: version === 2 ? 'Ventas' : 'Ventas Quito' })]),
      'PATCH /channels/c1': () => {
        if (version === 6) return { body: channel() };
        version = 6;
        return refusal(412, 'stale_version');
      },
    });
    const form = await sheet();
    await fill('Ritmo', '20', form);
    await user.click(within(form).getByRole('button', { name: 'Guardar' }));
    await user.click(await within(form).findByRole('button', { name: 'Mostrar lo último' }, LATE));
    const again = await screen.findByRole('dialog', { name: 'Ventas Quito' }, LATE);
    expect(within(again).getByLabelText<HTMLInputElement>('Ritmo').value).toBe('80');
    await fill('Ritmo', '30', again);
    await user.click(within(again).getByRole('button', { name: 'Guardar' }));
    await waitFor(() => expect(request('PATCH', '/channels/c1')?.headers.get('if-match')).toBe('"6"'), LATE);
  });
});

describe('connecting a number', () => {
  async function guide(answers: Answers = {}) {
    const opened = await open(answers);
    await opened.user.click(await screen.findByRole('button', { name: 'Agregar WhatsApp' }, LATE));
    const dialog = await screen.findByRole('dialog', { name: 'Agregar un número de WhatsApp Cloud' }, LATE);
    const press = (name: string) => opened.user.click(within(dialog).getByRole('button', { name }));
    const number = async () => {
      await opened.fill('Nombre del canal', 'Soporte', dialog);
      await opened.fill('Identificador del número', '100200301', dialog);
      await opened.fill('Identificador de la cuenta de WhatsApp', '900800700', dialog);
      await press('Siguiente');
    };
    const credentials = async () => {
      await opened.fill('Token de acceso', 'EAAG-token-largo', dialog);
      await opened.fill('Clave secreta de la app', 's'.repeat(32), dialog);
      await press('Conectar');
    };
    return { ...opened, dialog, press, number, credentials };
  }
  const step = (dialog: HTMLElement) =>
    within(dialog)
      .getAllByRole('listitem')
      .find((one) => one.getAttribute('aria-current') === 'step')?.textContent;

  it('goes step by step, says all that is wrong in one, and keeps it on the way back', async () => {
    const { dialog, press, number, sent } = await guide();
    await press('Siguiente');
    expect(within(dialog).getByText('Falta un nombre con letras o números.')).toBeTruthy();
    expect(within(dialog).getAllByText('Solo números, 5 o más.')).toHaveLength(2);
    expect(within(dialog).getByLabelText<HTMLInputElement>('País (dos letras)').value).toBe('EC');
    expect(await violations(dialog)).toEqual([]);
    await number();
    expect(step(dialog)).toContain('Credenciales');
    await press('Conectar');
    expect(within(dialog).getByText(/El token tiene 10/)).toBeTruthy();
    expect(within(dialog).getByText(/La clave secreta tiene 32/)).toBeTruthy();
    await press('Atrás');
    expect(within(dialog).getByLabelText<HTMLInputElement>('Nombre del canal').value).toBe('Soporte');
    expect(sent('POST', '/channels')).toEqual([]);
  });

  it('goes back to the step whose field the server refused', async () => {
    const { dialog, number, credentials } = await guide({
      'POST /channels': refusal(400, 'validation_failed', ['/phoneNumberId']),
    });
    await number();
    await credentials();
    expect(await within(dialog).findByText('Solo números, 5 o más.', {}, LATE)).toBeTruthy();
    expect(step(dialog)).toContain('Número');
  });

  it('tells the verify token once and turns green when the first webhook came', async () => {
    let heard = false;
    const { dialog, press, number, credentials } = await guide({
      'GET /channels': () =>
        page([channel({ id: 'c9', name: 'Soporte', lastWebhookAt: heard ? '2026-11-20T10:00:00Z' : null })]),
      'POST /channels': {
        status: 201,
        body: { ...channel({ id: 'c9', name: 'Soporte' }), verifyToken: 'vt-only-once' },
      },
      'POST /channels/c9/test': { body: { healthy: true, detail: '' } },
    });
    await number();
    await credentials();
    expect((await within(dialog).findByLabelText('Token de verificación', {}, LATE)).textContent).toBe('vt-only-once');
    expect(within(dialog).getByText('Esperando el primer webhook…')).toBeTruthy();
    await press('Probar');
    expect(await within(dialog).findByText('Meta respondió bien', {}, LATE)).toBeTruthy();
    heard = true;
    expect(await within(dialog).findByText(/Llegó el primer webhook/, {}, LATE)).toBeTruthy();
    await press('Listo');
    await waitFor(() => expect(document.documentElement.outerHTML).not.toContain('vt-only-once'), LATE);
  });
});
