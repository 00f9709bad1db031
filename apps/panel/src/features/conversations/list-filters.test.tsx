import { describe, expect, it } from '@jest/globals';
import { act, screen, waitFor, within } from '@testing-library/react';
import type { Panel } from './testing/inbox-page';
import { violations } from '../../testing/axe';
import { inboxPage } from './testing/inbox-page';
import type { Inbox } from './testing/open-inbox';
import { onScreen } from '../../testing/screen-size';
import { conversation } from './testing/samples';

const page = inboxPage();
const COLLEAGUES = {
  data: [
    { id: 'u2', name: 'Mateo Vera', initials: 'MV', presence: 'online', roles: ['advisor'], teams: [] },
    { id: 'u3', name: 'Lucía Mora', initials: 'LM', presence: 'away', roles: ['advisor'], teams: [] },
  ],
  nextCursor: null,
};
const open = async (address = '/bandeja', inbox: Inbox = {}) => {
  const panel = await page.open(address, {
    answer: ({ path }) => (path === '/users' ? { body: COLLEAGUES } : undefined),
    ...inbox,
  });
  await screen.findByRole('heading', { name: 'Bandeja', level: 1 });
  return panel;
};
const lastQuery = () => Object.fromEntries(page.asked('GET', '/conversations').at(-1)?.query ?? []);
const openFilters = async ({ user }: Panel) => {
  await user.click(screen.getByRole('button', { name: /^Filtros/ }));
  return screen.findByRole('dialog', { name: 'Filtros' });
};
const choose = async ({ user }: Panel, control: string, option: string) => {
  await user.click(await screen.findByRole('combobox', { name: control }));
  await user.click(await screen.findByRole('option', { name: option }));
};

describe('filters of the list', () => {
  it.each([
    ['Estado', 'Cerrada', { estado: 'cerrada' }, { status: 'closed' }],
    ['Estado', 'En seguimiento', { estado: 'seguimiento' }, { status: 'follow_up' }],
    ['Prioridad', 'Urgente', { prioridad: 'urgente' }, { priority: 'urgent' }],
    ['Canal', 'WhatsApp (Twilio)', { canal: 'whatsapp_twilio' }, { channelKind: 'whatsapp_twilio' }],
    ['Fuente', 'Código QR', { fuente: 'qr' }, { source: 'qr' }],
    ['Asesor', 'Lucía Mora', { asesor: 'u3' }, { assigneeId: 'u3' }],
    ['Orden', 'Espera más larga', { orden: 'espera' }, { sort: 'waiting' }],
  ])('%s = %s goes to the address and to the server', async (control, option, address, query) => {
    const panel = await open();
    await openFilters(panel);
    await choose(panel, control, option);
    await waitFor(() => expect(panel.router.state.location.search).toEqual(address));
    await waitFor(() => expect(lastQuery()).toMatchObject(query));
    expect(await screen.findByRole('button', { name: `Quitar ${option}` })).toBeTruthy();
  });

  it('take a tag when it is confirmed with Enter, trimmed, and take it away when emptied', async () => {
    const panel = await open();
    await openFilters(panel);
    const tag = await screen.findByRole('textbox', { name: 'Etiqueta' });
    await panel.user.type(tag, '  mayorista {Enter}');
    await waitFor(() => expect(panel.router.state.location.search).toEqual({ etiqueta: 'mayorista' }));
    await waitFor(() => expect(lastQuery()).toMatchObject({ tag: 'mayorista' }));
    await panel.user.clear(tag);
    await panel.user.keyboard('{Enter}');
    await waitFor(() => expect(panel.router.state.location.search).toEqual({}));
  });

  it('keep only the unread when told, and say how many are on', async () => {
    const panel = await open('/bandeja?estado=abierta');
    await openFilters(panel);
    await panel.user.click(await screen.findByRole('checkbox', { name: 'Solo no leídas' }));
    await waitFor(() => expect(lastQuery()).toMatchObject({ unread: 'true', status: 'open' }));
    expect(await screen.findByRole('button', { name: 'Filtros, 2 activos' })).toBeTruthy();
  });

  it('are all taken away at once, leaving the words that are searched', async () => {
    const panel = await open('/bandeja?estado=cerrada&prioridad=alta&noleidas=si&q=ana&vista=todos');
    const filters = await openFilters(panel);
    await panel.user.click(within(filters).getByRole('button', { name: 'Quitar filtros' }));
    await waitFor(() => expect(panel.router.state.location.search).toEqual({ q: 'ana', vista: 'todos' }));
  });

  it('are each taken away from their chip, the others stay', async () => {
    const panel = await open('/bandeja?estado=abierta&prioridad=alta&etiqueta=vip&orden=prioridad&canal=instagram');
    const chips = screen.getByRole('list', { name: 'Filtros activos' });
    expect(
      within(chips)
        .getAllByRole('listitem')
        .map((chip) => chip.textContent),
    ).toEqual(['Abierta', 'Alta', '#vip', 'Instagram', 'Prioridad']);
    await panel.user.click(screen.getByRole('button', { name: 'Quitar #vip' }));
    await waitFor(() =>
      expect(panel.router.state.location.search).toEqual({
        estado: 'abierta',
        prioridad: 'alta',
        orden: 'prioridad',
        canal: 'instagram',
      }),
    );
  });

  it('name an advisor by name, and by the word while the names are not there', async () => {
    await open('/bandeja?asesor=u2');
    expect(await screen.findByRole('button', { name: 'Quitar Mateo Vera' })).toBeTruthy();
    await page.close();
    await open('/bandeja?asesor=gone');
    expect(screen.getByRole('button', { name: 'Quitar Asesor' })).toBeTruthy();
  });

  it('show a source that this panel has no word for as it was given', async () => {
    await open('/bandeja?fuente=pinterest');
    expect(screen.getByRole('button', { name: 'Quitar pinterest' })).toBeTruthy();
  });

  it('open with f, close with Escape and give the focus back; nothing is wrong for a screen reader', async () => {
    const { user } = await open();
    await user.keyboard('f');
    const filters = await screen.findByRole('dialog', { name: 'Filtros' });
    await within(filters).findByRole('combobox', { name: 'Estado' });
    expect(await violations(filters)).toEqual([]);
    await user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog', { name: 'Filtros' })).toBeNull());
  });

  it('come from below on a phone, with the same effect', async () => {
    onScreen('phone');
    const panel = await open('/bandeja?estado=abierta');
    await openFilters(panel);
    await choose(panel, 'Prioridad', 'Alta');
    await waitFor(() => expect(panel.router.state.location.search).toEqual({ estado: 'abierta', prioridad: 'alta' }));
  });
});

describe('whose conversations', () => {
  it('is chosen by tab with the counts of the server, and Míos leaves the address clean', async () => {
    const { user, router } = await open();
    const tabs = await screen.findByRole('group', { name: 'De quién' });
    await waitFor(() =>
      expect(
        within(tabs)
          .getAllByRole('button')
          .map((tab) => tab.textContent),
      ).toEqual(['Míos9', 'Sin asignar1', 'Todos']),
    );
    await user.click(within(tabs).getByRole('button', { name: /Sin asignar/ }));
    await waitFor(() => expect(router.state.location.search).toEqual({ vista: 'sin-asignar' }));
    await waitFor(() => expect(lastQuery()).toMatchObject({ view: 'unassigned' }));
    await user.click(within(tabs).getByRole('button', { name: /Míos/ }));
    await waitFor(() => expect(router.state.location.search).toEqual({}));
  });

  it('is walked with the arrows, one stop for Tab', async () => {
    const { user } = await open();
    const tabs = await screen.findByRole('group', { name: 'De quién' });
    const [mine, unassigned, all] = within(tabs).getAllByRole('button');
    mine?.focus();
    await user.keyboard('{ArrowRight}');
    expect(document.activeElement).toBe(unassigned);
    await user.keyboard('{End}');
    expect(document.activeElement).toBe(all);
    expect([mine, unassigned, all].map((tab) => tab?.tabIndex)).toEqual([0, -1, -1]);
  });

  it('keeps the open conversation beside another list', async () => {
    const { user, router } = await open('/bandeja/c1', { conversations: [conversation()] });
    await user.click(await screen.findByRole('button', { name: 'Todos' }));
    await waitFor(() => expect(router.state.location.search).toEqual({ vista: 'todos' }));
    expect(router.state.location.pathname).toBe('/bandeja/c1');
  });
});

describe('searching', () => {
  const field = () => screen.getByRole<HTMLInputElement>('searchbox', { name: /Buscar nombre/ });

  it('asks the server for the settled words, not for every letter', async () => {
    const { user, router } = await open();
    await user.type(field(), '6046');
    await waitFor(() => expect(router.state.location.search).toEqual({ q: '6046' }));
    await waitFor(() => expect(lastQuery()).toMatchObject({ q: '6046' }));
    const words = page.asked('GET', '/conversations').map(({ query }) => query.get('q'));
    expect(words.filter((one) => one !== null && one !== '6046')).toEqual([]);
  });

  it('starts with the words of the address and is emptied with one press, which keeps the focus', async () => {
    const { user, router } = await open('/bandeja?q=ana');
    expect(field().value).toBe('ana');
    await user.click(screen.getByRole('button', { name: 'Borrar la búsqueda' }));
    expect([field().value, document.activeElement]).toEqual(['', field()]);
    await waitFor(() => expect(router.state.location.search).toEqual({}));
  });

  it('treats blanks as nothing', async () => {
    const { user, router } = await open('/bandeja?q=ana');
    await user.clear(field());
    await user.type(field(), '   ');
    await waitFor(() => expect(router.state.location.search).toEqual({}));
  });

  it('is reached with / and left with Escape, and letters typed there are no shortcuts', async () => {
    const { user, router } = await open('/bandeja', { conversations: [conversation(), conversation({ id: 'c2' })] });
    await screen.findByRole('listbox');
    await user.keyboard('/');
    expect(document.activeElement).toBe(field());
    await user.keyboard('jjo');
    expect([field().value, router.state.location.pathname]).toEqual(['jjo', '/bandeja']);
    await user.keyboard('{Escape}');
    expect(document.activeElement).not.toBe(field());
  });

  it('follows the address when it changes from elsewhere', async () => {
    const { router } = await open('/bandeja?q=ana');
    await act(() => router.navigate({ to: '/bandeja', search: { q: 'luis' } }));
    await waitFor(() => expect(field().value).toBe('luis'));
  });
});
