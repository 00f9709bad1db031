import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { screen, waitFor, within } from '@testing-library/react';
import { violations } from '../../testing/axe';
import { ADVISOR, openPanel } from '../../testing/open-panel';
import { FakePhone } from './testing/fake-phone';

let phone: FakePhone;
let panel: Awaited<ReturnType<typeof openPanel>>;
beforeEach(() => void (phone = new FakePhone()));
afterEach(() => panel.close());

const late = { timeout: 10_000 };
const open = async (address = '/simulador') => (panel = await openPanel(address, phone.answer));
const list = () => screen.findByRole('region', { name: 'Clientes de prueba' }, late);
const posts = () => panel.received.filter(({ method, path }) => method === 'POST' && path.startsWith('/simulator'));

describe('the customers one can be', () => {
  it('are told apart by number or user name, with what they have not read', async () => {
    await open();
    const rows = within(await list()).getAllByRole('listitem');
    expect(rows[0]?.textContent).toContain('+593991112201');
    expect(rows[0]?.textContent).toContain('mayorista');
    expect(rows[1]?.textContent).toContain('@nuevo');
    expect(rows[1]?.textContent).toContain('Todavía no escribió');
    expect(within(rows[1] as HTMLElement).getByText('2 mensajes sin leer')).toBeTruthy();
  });

  it('stay chosen in the address, so that a reload finds the same phone', async () => {
    const { user, router } = await open();
    await user.click(within(await list()).getByRole('button', { name: /Nuevo/ }));
    expect(router.history.location.href).toBe('/simulador?cliente=us.1');
    expect(await screen.findByRole('region', { name: 'Teléfono de Nuevo' })).toBeTruthy();
    expect(within(await list()).getByRole('button', { current: true }).textContent).toContain('Nuevo');
  });

  it('who are no longer there leave an empty place, not a broken one', async () => {
    await open('/simulador?cliente=gone');
    expect((await screen.findAllByText('Elegir un cliente', {}, late)).length).toBe(2);
  });

  it('may be none yet', async () => {
    phone.customers = [];
    await open();
    expect(await screen.findByText('Todavía no hay clientes', {}, late)).toBeTruthy();
  });

  it('say why they could not be brought, and come when asked again', async () => {
    phone.refuse('GET /simulator/phone/customers', 'forbidden', 403);
    const { user } = await open();
    await screen.findByText('El simulador no responde', {}, late);
    phone.refusing.clear();
    await user.click(screen.getByRole('button', { name: 'Reintentar' }));
    expect(within(await list()).getByRole('button', { name: /María/ })).toBeTruthy();
  });

  it('point whoever may set channels up to where that is done', async () => {
    panel = await openPanel('/simulador', ({ path }) => {
      if (path === '/me') return { body: { ...ADVISOR, permissions: [...ADVISOR.permissions, 'channels:manage'] } };
      return path.startsWith('/simulator') ? { status: 404, body: { code: 'not_found', status: 404 } } : undefined;
    });
    const link = await screen.findByRole('link', { name: 'Ir a Canales' }, late);
    expect(link.getAttribute('href')).toBe('/ajustes/canales');
  });
});

describe('somebody new', () => {
  async function asked() {
    const { user } = await open();
    await user.click(within(await list()).getByRole('button', { name: 'Crear un cliente' }));
    const dialog = await screen.findByRole('dialog', { name: 'Crear un cliente de prueba' }, late);
    const create = () => user.click(within(dialog).getByRole('button', { name: 'Crear' }));
    const field = (name: string) => within(dialog).getByLabelText<HTMLInputElement>(name);
    return { user, dialog, create, field };
  }

  it('is told everything that is missing at once, keeping what was typed', async () => {
    const { user, dialog, create, field } = await asked();
    await user.type(field('Teléfono'), 'abc');
    await create();
    expect(within(dialog).getByText('Falta el nombre.')).toBeTruthy();
    expect(within(dialog).getByText(/código de país/)).toBeTruthy();
    expect(field('Teléfono').value).toBe('abc');
    expect(field('Nombre').getAttribute('aria-invalid')).toBe('true');
    expect(posts()).toEqual([]);
    expect(await violations(dialog)).toEqual([]);
    await user.type(field('Nombre'), 'Camila');
    expect(within(dialog).queryByText('Falta el nombre.')).toBeNull();
  });

  it('is created with a number and is the one in hand at once', async () => {
    const { user, create, field } = await asked();
    await user.type(field('Nombre'), ' Camila Vera ');
    await user.type(field('Teléfono'), '+593 99 123 4567');
    await user.type(field('Para qué sirve · opcional'), 'indecisa');
    await create();
    expect(await screen.findByRole('region', { name: 'Teléfono de Camila Vera' }, late)).toBeTruthy();
    expect(posts()[0]?.body).toEqual({ name: 'Camila Vera', phone: '+593 99 123 4567', label: 'indecisa' });
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  });

  it('may have nothing but a user name', async () => {
    const { user, dialog, create, field } = await asked();
    await user.type(field('Nombre'), 'Camila');
    await user.click(within(dialog).getByRole('button', { name: 'Solo usuario' }));
    await user.type(field('Solo usuario'), '@c');
    await create();
    expect(within(dialog).getByText(/Entre 3 y 35/)).toBeTruthy();
    await user.type(field('Solo usuario'), 'amila.v');
    await create();
    await waitFor(() => expect(posts()[0]?.body).toEqual({ name: 'Camila', username: '@camila.v' }));
  });

  it('stays in the form with the reason when the simulator refuses', async () => {
    phone.refuse('POST /simulator/phone/customers', 'conflict', 409);
    const { user, dialog, create, field } = await asked();
    await user.type(field('Nombre'), 'Camila');
    await user.type(field('Teléfono'), '+593991112201');
    await create();
    expect((await within(dialog).findByRole('alert')).textContent).not.toBe('');
    expect(field('Nombre').value).toBe('Camila');
  });

  it('forgets what was typed when it is left', async () => {
    const { user, dialog, field } = await asked();
    await user.type(field('Nombre'), 'Nadie');
    await user.click(within(dialog).getByRole('button', { name: 'Cancelar' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    await user.click(within(await list()).getByRole('button', { name: 'Crear un cliente' }));
    const again = await screen.findByRole('dialog', { name: 'Crear un cliente de prueba' });
    expect(within(again).getByLabelText<HTMLInputElement>('Nombre').value).toBe('');
  });
});
