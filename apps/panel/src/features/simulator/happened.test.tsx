import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { screen, waitFor, within } from '@testing-library/react';
import type { Permission } from '../../app/permission';
import { violations } from '../../testing/axe';
import { ADVISOR, openPanel } from '../../testing/open-panel';
import { useTrail } from './hooks/trail-store';
import { aMessage } from './testing/a-message';
import { aContact, aConversation, anOrigin, aTurn } from './testing/a-trace';
import { FakePhone } from './testing/fake-phone';

let phone: FakePhone;
let panel: Awaited<ReturnType<typeof openPanel>>;
beforeEach(() => {
  phone = new FakePhone();
  useTrail.setState({ notes: [] });
});
afterEach(() => panel.close());

const late = { timeout: 10_000 };
async function open(more: Permission[] = ['webhook-events:read', 'assistant:use']) {
  panel = await openPanel('/simulador?cliente=593991112201', (request) =>
    request.path === '/me'
      ? { body: { ...ADVISOR, permissions: [...ADVISOR.permissions, ...more] } }
      : phone.answer(request),
  );
  return { ...panel, region: await screen.findByRole('region', { name: 'Qué pasó' }, late) };
}
const posts = (path: string) =>
  panel.received.filter((one) => one.method === 'POST' && one.path === path).map((one) => one.body);

const CONVERSATION = aConversation();

describe('what happened', () => {
  it('tells where the conversation stands and leads to it', async () => {
    phone.conversation = CONVERSATION;
    phone.origin = anOrigin();
    const { region } = await open();
    await within(region).findByText('Instagram · Bio', {}, late);
    const facts = within(region)
      .getAllByRole('definition')
      .map((one) => one.textContent);
    expect(facts).toEqual([
      'Abierta',
      'Paula Ríos',
      'En pausa: atiende una persona',
      'Abierta',
      'Calificado · caliente',
      'Instagram · Bio',
    ]);
    expect(
      within(region)
        .getByRole('link', { name: /Ver en Bandeja/ })
        .getAttribute('href'),
    ).toBe('/bandeja/k1');
    expect(
      within(region)
        .getByRole('link', { name: /Ver lead/ })
        .getAttribute('href'),
    ).toBe('/leads/l1');
    expect(await violations(region)).toEqual([]);
  });

  it('names the team while no person of it has the conversation', async () => {
    phone.conversation = { ...CONVERSATION, assignee: null, team: { id: 'e1', name: 'Ventas' } };
    const { region } = await open();
    await within(region).findByText('Equipo Ventas', {}, late);
    expect(within(region).queryByText('Nadie')).toBeNull();
  });

  it('tells of nobody, no lead, a shut window and an assistant that is off', async () => {
    phone.conversation = {
      ...CONVERSATION,
      assignee: null,
      assistantMode: 'off',
      source: null,
      lead: null,
      replyPolicy: { ...CONVERSATION.replyPolicy, kind: 'template' },
    };
    const { region } = await open();
    await within(region).findByText('Nadie', {}, late);
    const facts = within(region)
      .getAllByRole('definition')
      .map((one) => one.textContent);
    expect(facts).toEqual(['Abierta', 'Nadie', 'Apagado', 'Solo plantillas', 'Sin lead', 'Directo']);
    expect(within(region).queryByRole('link', { name: /Ver lead/ })).toBeNull();
  });

  it('shows nobody else’s conversation, though the search found one', async () => {
    phone.conversation = { ...CONVERSATION, contact: aContact({ phone: '+593990000000' }) };
    const { region } = await open();
    expect(await within(region).findByText(/no tiene conversación/, {}, late)).toBeTruthy();
  });

  it('tells a webhook that was accepted from one that was refused or repeated', async () => {
    phone.messages = [
      aMessage({ id: 'a', webhook: { outcome: 'acknowledged', attempts: 1, ms: 12, status: 200 } }),
      aMessage({ id: 'b', webhook: { outcome: 'gave_up', attempts: 3, ms: 0, status: 500 } }),
      aMessage({ id: 'c', webhook: null }),
    ];
    const { region } = await open();
    await within(region).findByText(/Webhook aceptado en 12 ms/, {}, late);
    expect(within(region).getByText(/Webhook rechazado \(500\) · 3 intentos/)).toBeTruthy();
    expect(within(region).getByText('Webhook en camino')).toBeTruthy();
  });

  it('still knows after a reload how far an answer came', async () => {
    phone.conversation = CONVERSATION;
    phone.messages = [
      aMessage({
        id: 'r',
        direction: 'received',
        at: '2026-11-21T12:00:00.000Z',
        reached: [{ status: 'delivered', at: '2026-11-21T12:00:01.000Z' }],
      }),
    ];
    const { region } = await open();
    await within(region).findByText(/Entregado a los 1 s/, {}, late);
  });

  it('tells what ISAC thought, and why it gave up', async () => {
    phone.conversation = CONVERSATION;
    phone.turns = [
      aTurn({
        intent: 'price_query',
        confidence: 0.94,
        latencyMs: 59,
        escalation: { reason: 'human_request', priority: 'normal' },
      }),
    ];
    const { region } = await open();
    const thought = await within(region).findByText(/Consulta de precio/, {}, late);
    expect(thought.textContent?.replace(/\s/g, ' ')).toBe(
      'Consulta de precio 94 % · 59 ms · pasó a una persona: El cliente pidió una persona',
    );
  });

  it('keeps the recorder and the thoughts from those who may not see them', async () => {
    phone.conversation = CONVERSATION;
    const { region, received } = await open([]);
    await within(region).findByText('Paula Ríos', {}, late);
    expect(within(region).queryByText('Últimos webhooks')).toBeNull();
    expect(received.filter(({ path }) => /webhook-events|assistant/.test(path))).toEqual([]);
  });

  it('says what the recorder holds, an unknown outcome in its own word', async () => {
    const event = { id: 'w1', door: 'd', receivedAt: '2026-11-21T12:00:00Z', size: 812, events: 2 };
    phone.webhooks = [
      { ...event, outcome: 'set_aside' },
      { ...event, id: 'w2', outcome: 'from_the_future' },
    ];
    const { region } = await open();
    expect(await within(region).findByText('Apartado', {}, late)).toBeTruthy();
    expect(within(region).getByText('from_the_future')).toBeTruthy();
    expect(within(region).getAllByText(/2 hechos · 812/)).toHaveLength(2);
  });
});

describe('the controls', () => {
  it('put the clock back once it was moved', async () => {
    phone.clock = { ...phone.clock, offsetMs: 90_000_000 };
    const { user } = await open();
    await screen.findByText(/25 h adelante/, {}, late);
    await user.click(screen.getByRole('button', { name: 'Volver' }));
    await screen.findByText('hora real', {}, late);
    expect(posts('/simulator/clock')).toEqual([{ reset: true }]);
  });

  it('say why the clock stands still, and do not move it', async () => {
    phone.clock = { ...phone.clock, movable: false };
    const { user } = await open();
    await screen.findByText('El reloj no se mueve mientras haya un canal real.', {}, late);
    await user.click(screen.getByRole('button', { name: '+25 h' }));
    expect(posts('/simulator/clock')).toEqual([]);
  });

  it('make the next delivery fail with the chosen code, and take that back', async () => {
    const { user } = await open();
    await user.click(await screen.findByRole('combobox', { name: 'Próxima entrega al cliente' }, late));
    await user.click(await screen.findByRole('option', { name: '131026 · No tiene WhatsApp' }, late));
    await user.click(screen.getByRole('button', { name: 'Hacerla fallar' }));
    await screen.findByText('La próxima entrega fallará (131026).', {}, late);
    await user.click(screen.getByRole('button', { name: 'Que no falle' }));
    await waitFor(() => expect(screen.queryByText(/La próxima entrega fallará/)).toBeNull());
    expect(posts('/simulator/control/switches')).toEqual([{ failNextDelivery: 131026 }, { refusals: [] }]);
  });

  it('shuffle statuses and stop again; a refusal is told and nothing pretends to be on', async () => {
    const { user } = await open();
    const shuffled = await screen.findByRole('switch', { name: 'Desordenar los estados' }, late);
    await user.click(shuffled);
    await waitFor(() => expect(shuffled.getAttribute('aria-checked')).toBe('true'));
    phone.refuse('POST /simulator/control/switches', 'forbidden', 403);
    await user.click(shuffled);
    expect((await screen.findAllByText('No se pudo cambiar', {}, late)).length).toBeGreaterThan(0);
    expect(shuffled.getAttribute('aria-checked')).toBe('true');
  });
});

describe('coming from a link', () => {
  const link = (over: object) => ({
    id: 'k',
    name: 'Bio',
    shortUrl: 'https://hilo.test/l/bio',
    network: 'instagram',
    active: true,
    archivedAt: null,
    item: null,
    ...over,
  });
  async function links() {
    const { user } = await open();
    await user.click(await screen.findByRole('button', { name: 'Hacer clic en un enlace' }, late));
    return { user, dialog: await screen.findByRole('dialog', { name: 'Hacer clic en un enlace' }, late) };
  }

  it('leaves the words with the code ready to be changed, and the click in the timeline', async () => {
    phone.links = [
      link({}),
      link({ id: 'old', name: 'Vieja', archivedAt: 'x' }),
      link({ id: 'off', name: 'Apagada', active: false }),
    ];
    const { user, dialog } = await links();
    await user.click(await within(dialog).findByRole('button', { name: /Bio/ }, late));
    await waitFor(() =>
      expect(screen.getByLabelText<HTMLTextAreaElement>('Escribir como María Quishpe').value).toBe('Hola (ref K7Q2MX)'),
    );
    expect(dialog.textContent).not.toMatch(/Vieja|Apagada/);
    expect(await screen.findByText('Clic en «Bio»')).toBeTruthy();
    expect(panel.received.find(({ path }) => path.endsWith('/click'))?.body).toEqual({
      url: 'https://hilo.test/l/bio',
    });
  });

  it('that leads nowhere says so and stays open', async () => {
    phone.links = [link({})];
    phone.click = { status: 404, phone: null, text: null };
    const { user, dialog } = await links();
    await user.click(await within(dialog).findByRole('button', { name: /Bio/ }, late));
    expect(await within(dialog).findByText(/no llevó a WhatsApp/, {}, late)).toBeTruthy();
  });

  it('without any leads to where links are made', async () => {
    const { dialog } = await links();
    expect((await within(dialog).findByRole('link', { name: 'Ir a Enlaces' }, late)).getAttribute('href')).toBe(
      '/enlaces',
    );
  });
});
