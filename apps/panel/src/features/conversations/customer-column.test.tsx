import { describe, expect, it } from '@jest/globals';
import { act, screen, waitFor, within } from '@testing-library/react';
import { violations } from '../../testing/axe';
import type { CustomerPanel } from './api/panel-query';
import type { Conversation } from './model/conversation';
import { heldAnswer, inboxPage, messageBox, refused } from './testing/inbox-page';
import { type Inbox } from './testing/open-inbox';
import { onScreen } from '../../testing/screen-size';
import { conversation, message } from './testing/samples';
import { PANEL, PANEL_LEAD } from './testing/panel-sample';

const page = inboxPage();
const open = async (
  panel: CustomerPanel | null = PANEL,
  { given = conversation(), answer, ...inbox }: Inbox & { given?: Conversation } = {},
) => {
  onScreen('desk');
  const opened = await page.open('/bandeja/c1?vista=todos', {
    conversations: [given, ...(panel?.otherConversations ?? [])],
    messages: [message()],
    answer: (request) => {
      const own = answer?.(request);
      if (own) return own;
      if (request.path.endsWith('/panel')) return panel ? { body: panel } : undefined;
      return request.method === 'PATCH' ? { body: { ...given, version: 2, ...(request.body as object) } } : undefined;
    },
    ...inbox,
  });
  await screen.findByRole('complementary', { name: 'Cliente' });
  await waitFor(() => expect(screen.queryByRole('status', { name: 'Cargando la ficha' })).toBeNull());
  return opened;
};
const column = () => screen.getByRole('complementary', { name: 'Cliente' });
/** Terms with what they say. */
const facts = () =>
  Object.fromEntries(
    within(column())
      .getAllByRole('term')
      .map((term) => [term.textContent, term.nextElementSibling?.textContent]),
  );

describe('the customer', () => {
  it('is told with everything that is known, and nothing is wrong for a screen reader', async () => {
    await open();
    await within(column()).findByText('maria@correo.ec');
    expect(facts()).toMatchObject({
      Teléfono: expect.stringContaining('+593968196046'),
      Correo: 'maria@correo.ec',
      Clase: 'Minorista',
      Permiso: 'Marketing: no quiere mensajesAtención: acepta mensajes',
      Interés: 'iPhone 13 · $599,90',
      Presupuesto: '600',
      Ciudad: 'Durán',
      Origen: 'Facebook',
      Enlace: 'Anuncio de noviembre',
      UTM: 'fb / nov',
      Anuncio: 'ad-77',
      Urgencia: 'Alta',
      talla: 'M',
    });
    expect(within(column()).getByText(/^Guayaquil · cliente desde mar(\.|zo)?( de)? 2025$/)).toBeTruthy();
    expect(facts()).not.toHaveProperty('Color');
    expect(await violations(column())).toEqual([]);
  });

  it('has a lead with its state, its quality and why, one press from its own page', async () => {
    await open();
    const lead = (await within(column()).findByText('Negociando')).closest('details') as HTMLElement;
    expect(lead.textContent).toMatch(/Caliente.*Datos completos80 %/);
    expect(within(lead).getByText('$600')).toBeTruthy();
    expect(
      within(within(lead).getByRole('list', { name: 'Por qué esa calidad' }))
        .getAllByRole('listitem')
        .map((one) => one.textContent),
    ).toEqual(['Dijo su presupuesto', 'came back twice']);
    expect(within(lead).getByRole('link', { name: 'Ver el lead' }).getAttribute('href')).toBe('/leads/l1');
  });

  it('came from somewhere also when there is no lead of it', async () => {
    await open({ ...PANEL, lead: null });
    await within(column()).findByText('maria@correo.ec');
    expect(facts()).toMatchObject({ Interés: 'iPhone 13 · $599,90', Enlace: 'Anuncio de noviembre', Anuncio: 'ad-77' });
    expect(within(column()).queryByRole('link', { name: 'Ver el lead' })).toBeNull();
  });

  it('may be blocked, and may never have said whether they want messages', async () => {
    const given = conversation();
    await open(
      { ...PANEL, contact: { ...PANEL.contact, consents: [] } },
      { given: { ...given, contact: { ...given.contact, blocked: true, type: 'wholesale' } } },
    );
    await within(column()).findByText('Marketing: nada registrado todavía');
    expect(within(column()).getByText('Bloqueado')).toBeTruthy();
    expect(within(column()).getByText('Mayorista')).toBeTruthy();
  });

  it('offers what fits: put into the box with its price and address, to be read before it is sent', async () => {
    const { user } = await open();
    const suggested = (await within(column()).findByText('Funda MagSafe')).closest('details') as HTMLElement;
    expect(suggested.textContent).toMatch(/\$15 · 4 en stock/);
    await user.click(within(suggested).getByRole('button', { name: 'Enviar Funda MagSafe' }));
    expect(messageBox().value).toBe('Funda MagSafe\n$15\nhttps://t.ec/f');
    await user.click(within(suggested).getByRole('button', { name: 'Enviar Cargador' }));
    expect(messageBox().value).toMatch(/\nCargador\n\$9$/);
    expect(page.sent()).toEqual([]);
  });

  it('leads to the other conversations with the same person', async () => {
    const { user, router } = await open();
    await user.click(await within(column()).findByRole('button', { name: /Instagram Quito.*Cerrada · Hola/ }));
    await waitFor(() => expect(router.state.location.pathname).toBe('/bandeja/c7'));
    expect(router.state.location.search).toEqual({ vista: 'todos' });
  });

  it('folds and unfolds each part by keyboard', async () => {
    const { user } = await open();
    const title = await within(column()).findByText('Productos sugeridos');
    const part = title.closest('details') as HTMLDetailsElement;
    expect(part.open).toBe(true);
    await user.click(title);
    expect(part.open).toBe(false);
  });

  it('has no part for what is not known', async () => {
    const assistant = { qualification: null, lastTurn: null };
    await open({ ...PANEL, lead: null, origin: null, suggestedItems: [], otherConversations: [], assistant });
    await within(column()).findByText('maria@correo.ec');
    for (const title of ['Lead y origen', 'Productos sugeridos', 'Otras conversaciones', 'Lo que ISAC sabe'])
      expect(within(column()).queryByText(title)).toBeNull();
  });

  it('is told as far as the server tells it: without the rights to contacts, leads and ISAC, the card', async () => {
    const { id, name, phone, type, tags, language, blocked } = PANEL.contact;
    const contact = { id, name, phone, type, tags, language, blocked };
    const given = conversation({ lead: { id: 'l1', state: 'negotiating', quality: 'hot' } });
    const told = { ...PANEL, contact, lead: null, suggestedItems: [], assistant: null };
    await open(told, { given });
    expect(await within(column()).findByText('Negociando')).toBeTruthy();
    expect(within(column()).queryByRole('link', { name: 'Ver el lead' })).toBeNull();
    expect(facts()).toMatchObject({ Teléfono: expect.stringContaining('+593968196046') });
    for (const untold of ['Correo', 'Permiso']) expect(facts()).not.toHaveProperty(untold);
    expect(within(column()).queryByText(/cliente desde/)).toBeNull();
    expect(within(column()).queryByText('Lo que ISAC sabe')).toBeNull();
    expect(messageBox()).toBeTruthy();
  });

  it('shows a state and a quality of next year in their own words', async () => {
    // What a newer server may say is what today's types cannot.
    const lead: object = { ...PANEL_LEAD, state: 'on_hold', quality: 'red_hot' };
    await open({ ...PANEL, lead: lead as typeof PANEL_LEAD });
    expect(await within(column()).findByText('on hold')).toBeTruthy();
    expect(within(column()).getByText('red hot')).toBeTruthy();
  });
});

describe('a customer of whom the server tells nothing', () => {
  it.each([
    ['has no such page yet', 404, false],
    ['fails', 400, true],
  ])('because it %s: the conversation itself still says who it is', async (_why, status, alert) => {
    const given = conversation({
      lead: { id: 'l9', state: 'new', quality: 'warm' },
      source: { network: 'qr', linkId: null, itemId: null },
    });
    await open(null, { given, answer: ({ path }) => (path.endsWith('/panel') ? refused('x', status) : undefined) });
    expect(await within(column()).findByText('Nuevo')).toBeTruthy();
    expect(facts()).toMatchObject({ Origen: 'Código QR' });
    expect(within(column()).getByText('Ventas')).toBeTruthy();
    expect(within(column()).queryAllByText('No se pudo traer la ficha')).toHaveLength(alert ? 1 : 0);
    expect(messageBox()).toBeTruthy();
  });

  it('is asked about again by hand, and the thread never noticed', async () => {
    let down = true;
    const { user } = await open(PANEL, {
      answer: ({ path }) => (down && path.endsWith('/panel') ? refused('x', 400) : undefined),
    });
    const alert = (await within(column()).findByText('No se pudo traer la ficha')).closest(
      '[role=alert]',
    ) as HTMLElement;
    down = false;
    await user.click(within(alert).getByRole('button', { name: 'Reintentar' }));
    expect(await within(column()).findByText('maria@correo.ec')).toBeTruthy();
  });
});

describe('the column', () => {
  it('keeps its place while it is on its way', async () => {
    onScreen('desk');
    const held = heldAnswer();
    await page.open('/bandeja/c1', { answer: ({ path }) => (path.endsWith('/panel') ? held.answer : undefined) });
    expect(await screen.findByRole('status', { name: 'Cargando la ficha' })).toBeTruthy();
    expect(await within(column()).findByText('+593968196046')).toBeTruthy();
    await held.release(PANEL);
    expect(await within(column()).findByText('maria@correo.ec')).toBeTruthy();
  });

  it('is hidden and shown, and stays as it was left on this machine', async () => {
    const { user } = await open();
    await user.click(screen.getByRole('button', { name: 'Ocultar la ficha' }));
    await waitFor(() => expect(screen.queryByRole('complementary', { name: 'Cliente' })).toBeNull());
    expect(localStorage.getItem('hilo.customer-column')).toBe('hidden');
    const show = screen.getByRole('button', { name: 'Ver la ficha' });
    expect(show.getAttribute('aria-pressed')).toBe('false');
    await user.click(show);
    expect(await screen.findByRole('complementary', { name: 'Cliente' })).toBeTruthy();
    expect(localStorage.getItem('hilo.customer-column')).toBe('shown');
  });

  it('is asked for once, however often the conversation is visited within a minute', async () => {
    const { router } = await open();
    await within(column()).findByText('maria@correo.ec');
    await act(() => router.navigate({ to: '/bandeja' }));
    await act(() => router.navigate({ to: '/bandeja/$id', params: { id: 'c1' } }));
    await screen.findByText('maria@correo.ec');
    expect(page.asked('GET', '/conversations/c1/panel')).toHaveLength(1);
  });
});
