import { describe, expect, it } from '@jest/globals';
import { screen, waitFor, within } from '@testing-library/react';
import { violations } from '../../testing/axe';
import { onScreen } from '../../testing/screen-size';
import { page, problem, type Answering } from '../../testing/shown-panel';
import { missingWords, speak } from '../../testing/speak';
import { aLink } from './testing/a-link';
import { MARKETER, openLinks, SOFA, type LinksShop } from './testing/open-links';
import { funnel, someStats } from './testing/some-stats';

const ads = aLink({
  id: 'ads',
  name: 'Ads noviembre',
  item: SOFA,
  taggedUrl: 'https://tienda.example/l/k7q2mx4?utm_source=facebook&utm_medium=social',
  messagePreview: 'Hola, quiero información sobre Sofá Cotopaxi (ref K7Q2MX)',
});
const lead = {
  id: 'ana',
  contact: { name: 'Ana López' },
  state: 'qualified',
  value: { amount: 125_050, currency: 'USD' },
  assignee: { name: 'Paula Ríos' },
  createdAt: '2026-11-20T03:00:00.000Z',
};
async function show(shop: Partial<LinksShop> = {}, answer?: Answering, search = '') {
  const panel = await openLinks(`/enlaces/ads${search}`, { links: [ads], stats: someStats(), ...shop }, answer);
  await screen.findByRole('heading', { level: 1 });
  return panel;
}
const part = async (name: string) => within(await screen.findByRole('region', { name }));
const table = (name: string) =>
  within(screen.getByRole('table', { name }))
    .getAllByRole('row')
    .map((row) => [...row.querySelectorAll('th, td')].map((cell) => cell.textContent));

describe('the funnel of a link', () => {
  it('says how many, what part goes on and how it was before, step by step', async () => {
    await show();
    const card = await part('Del clic a la venta');
    expect(card.getAllByRole('listitem').map((step) => step.textContent)).toEqual(
      [
        'Clics200+100 % frente a 30 sept–29 oct',
        'Chats8040 % del paso anterior0 % frente a 30 sept–29 oct',
        'Leads4050 % del paso anterior-20 % frente a 30 sept–29 oct',
        'Calificados2050 % del paso anterior0 % frente a 30 sept–29 oct',
        'Ventas525 % del paso anteriorsin datos del período anterior',
      ].map((words) => expect.stringMatching(words.replace(/[+]/g, '\\+').replace(/ %/g, '\\s?%'))),
    );
  });

  it('says what was sold, in each currency', async () => {
    const revenue = [
      { amount: 1_250_000, currency: 'USD' },
      { amount: 90_000, currency: 'CLP' },
    ];
    await show({ stats: someStats({ totals: { ...someStats().totals, revenue } }) });
    expect((await part('Del clic a la venta')).getByText(/^Ventas por \$12\.500 \+ .*90\.000$/)).toBeTruthy();
  });

  it('explains chats without a click and visits that do not count', async () => {
    await show({ stats: someStats({ totals: { ...someStats().totals, withoutClick: 1, passersBy: 4 } }) });
    const card = await part('Del clic a la venta');
    expect(card.getByText('1 chat sin clic registrado: alguien pasó el texto.')).toBeTruthy();
    expect(card.getByText('4 visitas de robots o vistas previas, que no cuentan.')).toBeTruthy();
  });

  it('of a link that nobody opened yet has no rates and no divisions by nothing', async () => {
    const nothing = funnel();
    const { container } = await show({
      stats: someStats({
        totals: { ...nothing, passersBy: 0, withoutClick: 0, revenue: [] },
        previous: { from: '2026-09-30', to: '2026-10-29', totals: nothing },
        series: [],
        networks: [],
        hours: Array.from({ length: 24 }, () => 0),
      }),
    });
    expect((await part('Del clic a la venta')).queryByText(/%/)).toBeNull();
    expect((await part('Horas de más clics')).getByText('Todavía nadie hizo clic en este período.')).toBeTruthy();
    expect(container.textContent).not.toMatch(/NaN|Infinity/);
  });
});

describe('its figures', () => {
  it('by day are the same in a table, reached by keyboard, and add up to the funnel', async () => {
    const { user } = await show();
    const card = await part('Por día');
    expect(card.getByText('200 clics en 2 días.')).toBeTruthy();
    card.getByRole('button', { name: 'Ver como tabla' }).focus();
    await user.keyboard('{Enter}');
    expect(table('Por día')).toEqual([
      ['Día', 'Clics', 'Chats', 'Leads', 'Ventas'],
      ['27 nov', '150', '60', '30', '4'],
      ['28 nov', '50', '20', '10', '1'],
    ]);
    await user.click(card.getByRole('button', { name: 'Ver como gráfico' }));
    expect(screen.queryByRole('table', { name: 'Por día' })).toBeNull();
  });

  it('by network stand side by side', async () => {
    await show();
    await part('Por red');
    expect(table('Por red')).toEqual([
      ['Red', 'Clics', 'Chats', 'Leads', 'Ventas'],
      ['Facebook', '150', '60', '30', '4'],
      ['Instagram', '50', '20', '10', '1'],
    ]);
  });

  it('by hour name the busiest, each hour in words, in the business`s zone', async () => {
    await show();
    const card = await part('Horas de más clics');
    expect(card.getByText('Más movimiento: 20 h, 9 h y 13 h.')).toBeTruthy();
    expect(card.getAllByRole('listitem')).toHaveLength(24);
    expect(card.getByText('20 h: 90 clics')).toBeTruthy();
    expect(card.getByText('Hora de America/Guayaquil')).toBeTruthy();
  });

  it('look back as far as the address says', async () => {
    const { user, router, received } = await show();
    const asked = () =>
      received.filter(({ path }) => path === '/links/ads/stats').map(({ query }) => query.get('from'));
    await part('Por día');
    await user.click(screen.getByRole('button', { name: '7 días' }));
    await waitFor(() => expect(asked()).toHaveLength(2));
    expect(router.state.location.href).toBe('/enlaces/ads?dias=7');
    const [month, week] = asked().map((day) => Date.parse(`${day}T00:00:00Z`));
    expect(((week ?? 0) - (month ?? 0)) / 86_400_000).toBe(23);
  });

  it.each(['?dias=12', '?dias=x', ''])('of an address with %p look back a month', async (search) => {
    await show({}, undefined, search);
    expect(screen.getByRole('button', { name: '30 días' }).getAttribute('aria-pressed')).toBe('true');
  });

  it('that did not come are tried again, while the link itself stays', async () => {
    let fails = true;
    const { user } = await show({}, ({ path }) =>
      fails && path.endsWith('/stats') ? problem(500, 'internal_error') : undefined,
    );
    expect((await screen.findByRole('alert')).textContent).toContain('No se pudieron traer las cifras');
    expect(screen.getByRole('button', { name: 'Copiar el enlace Ads noviembre' })).toBeTruthy();
    fails = false;
    await user.click(screen.getByRole('button', { name: 'Reintentar' }));
    expect(await part('Del clic a la venta')).toBeTruthy();
  });
});

describe('what is published', () => {
  it('is shown with what opens from it, and each address can be copied', async () => {
    const { user } = await show();
    const card = await part('Para compartir');
    for (const words of [ads.shortUrl, ads.taggedUrl, ads.messagePreview, 'Ventas · +593 99 000 0001', '20 nov 2026'])
      expect(card.getByText(words)).toBeTruthy();
    await user.click(card.getAllByRole('button', { name: 'Copiar' })[1] as HTMLElement);
    await waitFor(async () => expect(await navigator.clipboard.readText()).toBe(ads.taggedUrl));
  });

  it.each([
    [null, '—'],
    [{ id: 'c', kind: 'instagram', name: 'Instagram', address: null }, 'Instagram'],
  ])('over a channel without a number (%j) says %p', async (channel, words) => {
    await show({ links: [{ ...ads, channel }] });
    expect((await part('Para compartir')).getByText(words)).toBeTruthy();
  });
});

describe('who came by it', () => {
  it('is listed with state, hands and value, and leads to the lead', async () => {
    const { received } = await show({
      leads: [lead, { ...lead, id: 'x', contact: null, assignee: null, value: null }],
    });
    await part('Leads de este enlace');
    await screen.findByRole('link', { name: 'Ana López' });
    expect(table('Leads de este enlace').slice(1)).toEqual([
      ['Ana López', 'Calificado', 'Paula Ríos', '$1.250,50', '19 nov 2026'],
      ['Sin nombre', 'Calificado', 'Sin asignar', '—', '19 nov 2026'],
    ]);
    expect(screen.getByRole('link', { name: 'Ana López' }).getAttribute('href')).toBe('/leads/ana');
    const asked = received.find(({ path }) => path === '/leads')?.query;
    expect([asked?.get('linkId'), asked?.get('sort')]).toEqual(['ads', '-createdAt']);
  });

  it('is nobody yet', async () => {
    await show();
    expect(await screen.findByText('Todavía no llegó ningún lead por aquí.')).toBeTruthy();
  });

  it('comes page by page', async () => {
    const { user } = await show({}, ({ path, query }) =>
      path === '/leads'
        ? query.get('cursor')
          ? page([{ ...lead, id: 'x', contact: { name: 'Eva' } }])
          : page([lead], 'next')
        : undefined,
    );
    await user.click(await screen.findByRole('button', { name: 'Cargar más' }));
    expect(await screen.findByRole('link', { name: 'Eva' })).toBeTruthy();
  });

  it('says what did not come', async () => {
    await show({}, ({ path }) => (path === '/leads' ? problem(500, 'internal_error') : undefined));
    expect((await screen.findByRole('alert')).textContent).toContain('No se pudieron traer los leads');
  });

  it('is not asked for by who sees no leads', async () => {
    const { received } = await show({ me: { ...MARKETER, permissions: ['links:read'] } });
    await part('Por red');
    expect(screen.queryByRole('region', { name: 'Leads de este enlace' })).toBeNull();
    expect(received.some(({ path }) => path === '/leads')).toBe(false);
  });
});

it.each([
  ['es', 'desk'],
  ['en', 'phone'],
  ['pt-BR', 'phone'],
] as const)('is whole in %s on a %s, without accessibility violations', async (language, size) => {
  await speak(language);
  onScreen(size);
  const { container } = await show({ leads: [lead] });
  await screen.findByText('Ana López');
  expect(missingWords()).toEqual([]);
  expect((await violations(container)).filter((one) => !one.startsWith('landmark-unique'))).toEqual([]);
});
