import { describe, expect, it } from '@jest/globals';
import { screen, waitFor, within } from '@testing-library/react';
import { dragTo } from '../../testing/drag';
import { later, noAnswer, problem, writes } from '../../testing/shown-panel';
import type { LeadState } from './model/lead';
import { aLead } from './testing/a-lead';
import { cardOf, column, namesIn } from './testing/board-view';
import { openLeads, WRITER } from './testing/open-leads';

const USD = (amount: number) => ({ amount, currency: 'USD' });
const ana = aLead({ id: 'ana', value: USD(50_000), version: 4 });
const luis = aLead({ id: 'luis', contact: { id: 'c2', name: 'Luis Torres', phone: null, email: null } });
const inState = (state: LeadState, over = {}) => aLead({ id: 'ana', state, ...over });
const region = (name: RegExp) => screen.getByRole('region', { name });

describe('dragging a card', () => {
  it('moves it to the top of the other column at once, with counts and sums, and asks for it once', async () => {
    const wait = later();
    const eva = aLead({
      id: 'eva',
      state: 'qualified',
      contact: { id: 'c3', name: 'Eva Mora', phone: null, email: null },
    });
    const { received } = await openLeads('/leads', { leads: [ana, luis, eva] }, ({ method }) =>
      method === 'PATCH' ? wait.answer : undefined,
    );
    await dragTo(await cardOf('Ana López'), region(/Calificado/));
    await waitFor(() => expect(namesIn(/Calificado/)).toEqual(['Ana López', 'Eva Mora']));
    expect(namesIn(/Nuevo/)).toEqual(['Luis Torres']);
    expect(screen.getByRole('heading', { level: 2, name: /Calificado.*2 leads/ })).toBeTruthy();
    expect(column(/Calificado/).getByText('$500')).toBeTruthy();
    expect(column(/Nuevo/).getByText('$0')).toBeTruthy();
    wait.arrive({ body: { ...ana, state: 'qualified', version: 5 } });
    expect(await screen.findByText('Ana López pasó a Calificado')).toBeTruthy();
    expect(writes(received)).toEqual([['PATCH', '/leads/ana', { state: 'qualified' }]]);
  });

  it('into the column it came from asks for nothing', async () => {
    const { received } = await openLeads('/leads', { leads: [ana] });
    await dragTo(await cardOf('Ana López'), region(/Nuevo/));
    expect(namesIn(/Nuevo/)).toEqual(['Ana López']);
    expect(writes(received)).toEqual([]);
  });

  it.each([
    ['back to new', 'contacted', /Nuevo/],
    ['from lost past contacted', 'lost', /Negociando/],
  ] as const)('%s is not taken', async (_what, state, target) => {
    const { received, user } = await openLeads('/leads', { leads: [inState(state)] });
    if (state === 'lost') await user.click(await screen.findByRole('button', { name: 'Desplegar Perdido' }));
    await dragTo(await cardOf('Ana López'), region(target));
    expect(namesIn(target)).toEqual([]);
    expect(writes(received)).toEqual([]);
  });

  it('onto the folded lost column asks why, and cancelling leaves it where it was', async () => {
    const { received, user } = await openLeads('/leads', { leads: [ana] });
    await dragTo(await cardOf('Ana López'), region(/Perdido/));
    const asked = within(await screen.findByRole('dialog', { name: 'Perder a Ana López' }));
    await user.click(asked.getByRole('button', { name: 'Cancelar' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(namesIn(/Nuevo/)).toEqual(['Ana López']);
    expect(writes(received)).toEqual([]);
  });

  it('is not offered for a won lead, nor to who may only read', async () => {
    const won = aLead({ id: 'won', state: 'won', contact: { id: 'c9', name: 'Rosa Paz', phone: null, email: null } });
    const { received } = await openLeads('/leads', {
      leads: [ana, won],
      me: { ...WRITER, permissions: WRITER.permissions.filter((one) => one !== 'leads:write') },
    });
    await dragTo(await cardOf('Rosa Paz'), region(/Negociando/));
    await dragTo(await cardOf('Ana López'), region(/Contactado/));
    expect([namesIn(/Ganado/), namesIn(/Nuevo/)]).toEqual([['Rosa Paz'], ['Ana López']]);
    expect(screen.queryByRole('button', { name: /^Mover a/ })).toBeNull();
    expect(writes(received)).toEqual([]);
  });
});

describe('a move that does not happen', () => {
  it.each([
    ['the server forbids it', problem(409, 'lead_state_refused'), 'Desde ese estado no se puede pasar a este.'],
    [
      'another lead is open',
      problem(409, 'open_lead_exists'),
      'Esa persona ya tiene otro lead abierto sobre lo mismo.',
    ],
    ['somebody else was faster', problem(412, 'stale_version'), 'Otra persona lo cambió antes. Se muestra lo último.'],
    ['the role may not', problem(403, 'forbidden'), 'Tu rol no permite hacer esto.'],
    ['nobody answers', noAnswer, 'No hay respuesta del servidor. Revisa la conexión.'],
  ])('puts the card back and says why: %s', async (_what, answer, words) => {
    await openLeads('/leads', { leads: [ana, luis] }, ({ method }) =>
      method === 'PATCH' ? (typeof answer === 'function' ? answer() : answer) : undefined,
    );
    await dragTo(await cardOf('Ana López'), region(/Negociando/));
    expect((await screen.findAllByText('No se pudo cambiar a Ana López')).length).toBeGreaterThan(0);
    expect(screen.getAllByText(words).length).toBeGreaterThan(0);
    expect(namesIn(/Nuevo/)).toEqual(['Ana López', 'Luis Torres']);
    expect(namesIn(/Negociando/)).toEqual([]);
    expect(screen.getByRole('heading', { level: 2, name: /Nuevo.*2 leads/ })).toBeTruthy();
    expect(column(/Nuevo/).getByText('$500')).toBeTruthy();
  });

  it('shows what the other person left when they were faster', async () => {
    let theirs = false;
    await openLeads('/leads', { leads: [ana] }, ({ method, path }) => {
      if (method === 'PATCH') {
        theirs = true;
        return problem(412, 'stale_version');
      }
      if (theirs && path === '/leads/pipeline')
        return {
          body: {
            columns: [
              {
                state: 'contacted',
                count: 1,
                value: USD(0),
                values: [],
                leads: [{ ...ana, state: 'contacted', version: 9 }],
                nextCursor: null,
              },
            ],
          },
        };
      return undefined;
    });
    await dragTo(await cardOf('Ana López'), region(/Negociando/));
    await waitFor(() => expect(namesIn(/Contactado/)).toEqual(['Ana López']));
  });
});

describe('moving without a pointer', () => {
  it('offers in the menu only where a lost lead may go, and reopens it as contacted without its reason', async () => {
    const lost = inState('lost', { lostReason: 'Precio' });
    const { received, user } = await openLeads('/leads', { leads: [lost] });
    await user.click(await screen.findByRole('button', { name: 'Desplegar Perdido' }));
    await user.click(await screen.findByRole('button', { name: 'Mover a Ana López' }));
    const items = await screen.findAllByRole('menuitem');
    expect(
      items.filter((item) => item.getAttribute('aria-disabled') !== 'true').map((item) => item.textContent),
    ).toEqual([expect.stringContaining('Contactado')]);
    await user.click(screen.getByRole('menuitem', { name: /Contactado/ }));
    await waitFor(() => expect(namesIn(/Contactado/)).toEqual(['Ana López']));
    expect(writes(received)).toEqual([['PATCH', '/leads/ana', { state: 'contacted' }]]);
  });

  it('opens the menu, walks it and moves with the keyboard alone', async () => {
    const { user } = await openLeads('/leads', { leads: [ana, luis] });
    (await screen.findByRole('button', { name: 'Mover a Ana López' })).focus();
    await user.keyboard('{Enter}');
    await screen.findByRole('menuitem', { name: /Contactado/ });
    await user.keyboard('{ArrowDown}');
    await waitFor(() => expect(document.activeElement?.textContent).toContain('Calificado'));
    await user.keyboard('{Enter}');
    await waitFor(() => expect(namesIn(/Calificado/)).toEqual(['Ana López']));
  });

  it('moves two cards one after the other, each upon its own version', async () => {
    const { received, user } = await openLeads('/leads', { leads: [ana, luis] });
    (await screen.findByRole('link', { name: 'Ana López' })).focus();
    await user.keyboard('m2');
    await waitFor(() => expect(document.activeElement?.textContent).toBe('Ana López'));
    await user.keyboard('m3');
    await waitFor(() => expect(namesIn(/Calificado/)).toEqual(['Ana López']));
    const patches = await waitFor(() => {
      const all = received.filter(({ method }) => method === 'PATCH');
      expect(all).toHaveLength(2);
      return all;
    });
    expect(patches.map(({ headers, body }) => [headers.get('if-match'), body])).toEqual([
      ['"4"', { state: 'contacted' }],
      ['"5"', { state: 'qualified' }],
    ]);
  });

  it('does nothing for m and 1, where no lead goes back to, nor while no card has the focus', async () => {
    const { received, user } = await openLeads('/leads', { leads: [inState('contacted')] });
    (await screen.findByRole('link', { name: 'Ana López' })).focus();
    await user.keyboard('m1');
    (document.activeElement as HTMLElement).blur();
    await user.keyboard('m3');
    expect(namesIn(/Contactado/)).toEqual(['Ana López']);
    expect(writes(received)).toEqual([]);
  });

  it('walks the cards with j and k and with the arrows', async () => {
    const eva = aLead({
      id: 'eva',
      state: 'contacted',
      contact: { id: 'c3', name: 'Eva Mora', phone: null, email: null },
    });
    const { user } = await openLeads('/leads', { leads: [ana, luis, eva] });
    await screen.findByRole('link', { name: 'Ana López' });
    const focused = () => document.activeElement?.textContent;
    const walk = async (keys: string) => {
      await user.keyboard(keys);
      return focused();
    };
    expect([await walk('j'), await walk('j'), await walk('j'), await walk('j')]).toEqual([
      'Ana López',
      'Luis Torres',
      'Eva Mora',
      'Eva Mora',
    ]);
    expect([await walk('k'), await walk('{ArrowUp}'), await walk('{ArrowRight}'), await walk('{ArrowLeft}')]).toEqual([
      'Luis Torres',
      'Ana López',
      'Eva Mora',
      'Ana López',
    ]);
  });
});
