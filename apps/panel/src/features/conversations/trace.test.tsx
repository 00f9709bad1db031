import { describe, expect, it } from '@jest/globals';
import { act, screen, waitFor, within } from '@testing-library/react';
import { violations } from '../../testing/axe';
import type { Turn } from './api/turn-query';
import { suggest } from './api/suggestion-store';
import { heldAnswer, inboxPage, messageBox, refused } from './testing/inbox-page';
import type { Inbox } from './testing/open-inbox';
import { later, message, outgoing } from './testing/samples';

const page = inboxPage();
const TURN: Turn = {
  id: 't1',
  intent: 'price_query',
  confidence: 0.91,
  alternatives: [{ intent: 'stock_query', confidence: 0.07 }],
  entities: [
    { name: 'producto', value: 'iPhone 13' },
    { kind: 'capacidad', value: { gb: 128 } },
  ],
  tools: [{ name: 'find_items', rows: 1, ms: 12 }, { name: 'price_of', rows: 3, ms: 1200 }, { name: 'clock' }],
  rules: ['Solo precios del catálogo'],
  sources: [{ title: 'Catálogo' }, { kind: 'faq', id: 'f1' }],
  escalation: { reason: 'human_request' },
  reply: 'El iPhone 13 cuesta $599.',
  model: 'engine-3',
  latencyMs: 1840,
  promptVersion: 'v7',
};
const answered = outgoing({
  id: 'm2',
  at: later(1),
  text: 'El iPhone 13 cuesta $599.',
  author: { kind: 'assistant', id: null, name: 'ISAC' },
  assistantTurnId: 't1',
});
const open = async (turn: Turn | null = TURN, answer: Inbox['answer'] = () => undefined) => {
  const panel = await page.open('/bandeja/c1', {
    messages: [message(), answered],
    answer: (request) =>
      answer(request) ?? (turn && request.path === '/assistant/turns/t1' ? { body: turn } : undefined),
  });
  await screen.findByText('Aquí empieza la conversación');
  return panel;
};
const why = async (user: Awaited<ReturnType<typeof open>>['user']) => {
  await user.click(screen.getByRole('button', { name: '¿Por qué respondió esto?' }));
  return screen.findByRole('dialog', { name: 'Por qué respondió ISAC' });
};
const part = (drawer: HTMLElement, title: string) =>
  within(drawer).getByRole('heading', { name: title }).parentElement as HTMLElement;

describe('why ISAC answered', () => {
  it('is told part by part, and nothing of it is wrong for a screen reader', async () => {
    const { user } = await open();
    const drawer = await why(user);
    await within(drawer).findByText('Qué entendió');
    const bars = within(part(drawer, 'Qué entendió')).getAllByRole('progressbar');
    expect(bars.map((bar) => bar.getAttribute('aria-valuetext')?.replace(/\s/, ' '))).toEqual(['91 %', '7 %']);
    expect(part(drawer, 'Qué entendió').textContent).toMatch(/Consulta de precio.*Consulta de stock/);
    expect(part(drawer, 'Datos encontrados').textContent).toMatch(/productoiPhone 13capacidad{"gb":128}/);
    expect(
      within(part(drawer, 'Qué consultó'))
        .getAllByRole('listitem')
        .map((line) => line.textContent),
    ).toEqual(['find_items1 fila · 12 ms', expect.stringMatching(/^price_of3 filas · 1[.\s]?200 ms$/), 'clock']);
    expect(part(drawer, 'Reglas aplicadas').textContent).toContain('Solo precios del catálogo');
    expect(part(drawer, 'Fuentes').textContent).toMatch(/Catálogofaq/);
    expect(part(drawer, 'Por qué pasó a una persona').textContent).toContain('human_request');
    expect(drawer.textContent).toMatch(/engine-3 · 1[.\s]?840 ms · v7/);
    expect(await violations(drawer)).toEqual([]);
  });

  it('has no part for what an older turn does not hold', async () => {
    const { user } = await open({ id: 't1', reply: 'Hola' });
    const drawer = await why(user);
    await within(drawer).findByText('Hola');
    expect(
      within(drawer)
        .getAllByRole('heading', { level: 3 })
        .map((one) => one.textContent),
    ).toEqual(['Respuesta']);
  });

  it('may not have been kept', async () => {
    const { user } = await open(null);
    const drawer = await why(user);
    expect(await within(drawer).findByText('No se guardó cómo llegó ISAC a esta respuesta.')).toBeTruthy();
    expect(within(drawer).queryByRole('button', { name: 'Buena respuesta' })).toBeNull();
  });

  it('says that it loads, and that it did not come, and comes when asked again', async () => {
    const held = heldAnswer();
    let first = true;
    const { user } = await open(TURN, ({ path }) => {
      if (path !== '/assistant/turns/t1' || !first) return undefined;
      first = false;
      return held.answer;
    });
    const drawer = await why(user);
    expect(within(drawer).getByRole('status', { name: 'Cargando la traza' })).toBeTruthy();
    await held.release({ code: 'forbidden', status: 403 }, 403);
    await within(drawer).findByText('No se pudo traer la traza');
    await user.click(within(drawer).getByRole('button', { name: 'Reintentar' }));
    expect(await within(drawer).findByText('Qué entendió')).toBeTruthy();
  });

  it('is judged with a thumb, which stays pressed', async () => {
    const { user } = await open(TURN, ({ path }) => (path.endsWith('/feedback') ? { status: 204 } : undefined));
    const drawer = await why(user);
    await user.click(await within(drawer).findByRole('button', { name: 'Mala respuesta' }));
    await screen.findAllByText('Gracias: ISAC lo tendrá en cuenta');
    expect(within(drawer).getByRole('button', { name: 'Mala respuesta' }).getAttribute('aria-pressed')).toBe('true');
    expect(page.asked('POST', '/assistant/turns/t1/feedback').map(({ body }) => body)).toEqual([{ thumb: 'down' }]);
  });

  it('lets the thumb go when the judgement was not taken', async () => {
    const { user } = await open(TURN, ({ path }) =>
      path.endsWith('/feedback') ? refused('forbidden', 403) : undefined,
    );
    const drawer = await why(user);
    const good = await within(drawer).findByRole('button', { name: 'Buena respuesta' });
    await user.click(good);
    await screen.findAllByText('Tu rol no permite hacer esto.');
    expect(good.getAttribute('aria-pressed')).toBe('false');
  });

  it('is read beside the thread, which can still be written in, and closes', async () => {
    const { user } = await open();
    const drawer = await why(user);
    await user.type(messageBox(), 'Sigo aquí');
    expect(messageBox().value).toBe('Sigo aquí');
    await user.click(within(drawer).getByRole('button', { name: 'Cerrar' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  });

  it('can be asked before a suggestion is used, also with v', async () => {
    const { user } = await open();
    act(() => suggest('c1', { id: 't1', intent: null, confidence: null, reply: 'Hola' }));
    await user.click(await screen.findByRole('button', { name: 'Ver traza' }));
    const drawer = await screen.findByRole('dialog', { name: 'Por qué respondió ISAC' });
    await user.click(within(drawer).getByRole('button', { name: 'Cerrar' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    (document.activeElement as HTMLElement).blur();
    await user.keyboard('v');
    expect(await screen.findByRole('dialog', { name: 'Por qué respondió ISAC' })).toBeTruthy();
  });
});
