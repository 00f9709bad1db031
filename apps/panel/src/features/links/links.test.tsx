import { afterEach, describe, expect, it } from '@jest/globals';
import { screen, waitFor, within } from '@testing-library/react';
import { violations } from '../../testing/axe';
import type { Answer, Received } from '../../testing/fake-server';
import { ADVISOR, openPanel } from '../../testing/open-panel';
import { aLink } from './testing/a-link';

const marketer = { ...ADVISOR, permissions: ['links:read', 'links:write', 'catalogue:read', 'conversations:read'] };
const sofa = { id: 'i1', name: 'Sofá', sku: 'S-1' };
const links = [
  aLink({ id: 'a', item: sofa, name: 'Ads', totals: { clicks: 1812, conversations: 240, leads: 96, won: 7 } }),
  aLink({ id: 'b', item: sofa, name: 'Bio', network: 'instagram' }),
];
const channel = {
  id: 'ch1',
  kind: 'whatsapp_cloud',
  name: 'Ventas',
  address: '1',
  displayAddress: '+593',
  active: true,
};

let panel: Awaited<ReturnType<typeof openPanel>> | undefined;
afterEach(async () => {
  await panel?.close();
  panel = undefined;
});

async function open(address: string, answer: (request: Received) => Answer | undefined = () => undefined) {
  panel = await openPanel(address, (request) => {
    const own = answer(request);
    if (own) return own;
    if (request.path === '/me') return { body: marketer };
    if (request.path === '/links') return { body: { data: links, nextCursor: null } };
    if (request.path === '/channels') return { body: { data: [channel], nextCursor: null } };
    if (request.path === '/catalogue') return { body: { data: [sofa], nextCursor: null } };
    return undefined;
  });
  return panel;
}

describe('the list of links', () => {
  it('groups them with the sum of what they bring, without accessibility violations', async () => {
    const { container, user, router } = await open('/enlaces');
    const group = within(await screen.findByRole('region', { name: 'Sofá' }));
    expect(group.getByText('2 enlaces')).toBeTruthy();
    const found = await violations(container);
    expect(found.filter((one) => !one.startsWith('landmark-unique'))).toEqual([]);
    await user.click(screen.getByRole('button', { name: 'Red' }));
    expect(await screen.findByRole('region', { name: 'Instagram' })).toBeTruthy();
    expect(router.state.location.search).toEqual({ agrupar: 'red' });
  });

  it('copies the very address and says so', async () => {
    const { user } = await open('/enlaces');
    await user.click(await screen.findByRole('button', { name: 'Copiar el enlace Ads' }));
    expect((await screen.findAllByText(/Copiado: https:\/\/tienda.example\/l\/k7q2mx4/)).length).toBeGreaterThan(0);
    expect(await navigator.clipboard.readText()).toBe('https://tienda.example/l/k7q2mx4');
  });

  it('shows the QR code of the short address', async () => {
    const { user } = await open('/enlaces');
    await user.click(await screen.findByRole('button', { name: 'Código QR de Bio' }));
    const dialog = within(await screen.findByRole('dialog', { name: 'Código QR' }));
    expect(dialog.getByRole('img', { name: 'Código QR que lleva a https://tienda.example/l/k7q2mx4' })).toBeTruthy();
  });

  it('archives only after asking', async () => {
    const { user, received } = await open('/enlaces', ({ method }) =>
      method === 'DELETE' ? { body: { outcome: 'archived' } } : undefined,
    );
    await user.click(await screen.findByRole('button', { name: 'Más sobre Ads' }));
    await user.click(await screen.findByRole('menuitem', { name: 'Archivar' }));
    const asked = within(await screen.findByRole('alertdialog', { name: 'Archivar «Ads»' }));
    expect(received.some(({ method }) => method === 'DELETE')).toBe(false);
    await user.click(asked.getByRole('button', { name: 'Archivar' }));
    await waitFor(() => expect(received.find(({ method }) => method === 'DELETE')?.path).toBe('/links/a'));
  });
});

describe('making links', () => {
  it('is for those who may', async () => {
    await open('/enlaces/nuevo', ({ path }) => (path === '/me' ? { body: ADVISOR } : undefined));
    expect(await screen.findByText('Esta pantalla no está incluida en tu rol')).toBeTruthy();
  });

  it('says what is missing, shows the final addresses, and asks for all networks at once', async () => {
    const { user, received, container } = await open('/enlaces/nuevo', ({ method, path }) =>
      method === 'POST' && path === '/links' ? { status: 201, body: { data: links } } : undefined,
    );
    await user.click(await screen.findByRole('button', { name: 'Crear enlace' }));
    expect(screen.getByRole('alert').textContent).toBe('Hay 2 datos por corregir.');
    await user.type(screen.getByLabelText('Nombre'), 'Año nuevo');
    await user.click(screen.getByRole('checkbox', { name: 'TikTok' }));
    await user.click(screen.getByRole('checkbox', { name: 'Google' }));
    expect(screen.getByText(/utm_source=google&utm_medium=cpc&utm_campaign=ano-nuevo/)).toBeTruthy();
    expect(screen.getByText('(ref K7Q2MX)')).toBeTruthy();
    const found = await violations(container);
    expect(found.filter((one) => !one.startsWith('landmark-unique'))).toEqual([]);
    await user.click(screen.getByRole('button', { name: 'Crear 2 enlaces' }));
    await waitFor(() => expect(received.some(({ method }) => method === 'POST')).toBe(true));
    expect(received.find(({ method }) => method === 'POST')?.body).toEqual({
      itemId: null,
      name: 'Año nuevo',
      networks: ['google', 'tiktok'],
      channelId: 'ch1',
      message: null,
    });
  });

  it('says at the name that it is taken, and on which network, and keeps what was typed', async () => {
    const { user } = await open('/enlaces/nuevo', ({ method, path }) =>
      method === 'POST' && path === '/links'
        ? {
            status: 409,
            body: {
              code: 'duplicate_link',
              status: 409,
              networks: ['facebook'],
              errors: [{ path: '/name', message: 'x' }],
            },
          }
        : undefined,
    );
    await user.type(await screen.findByLabelText('Nombre'), 'Ads');
    await user.click(screen.getByRole('checkbox', { name: 'Facebook' }));
    await user.click(screen.getByRole('button', { name: 'Crear enlace' }));
    expect(await screen.findByText('Ya hay un enlace con este nombre para este producto en: Facebook.')).toBeTruthy();
    expect((screen.getByLabelText('Nombre') as HTMLInputElement).value).toBe('Ads');
    expect((screen.getByRole('checkbox', { name: 'Facebook' }) as HTMLInputElement).checked).toBe(true);
  });
});
