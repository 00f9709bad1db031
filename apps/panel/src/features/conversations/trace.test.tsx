import { describe, expect, it } from '@jest/globals';
import { act, screen, waitFor, within } from '@testing-library/react';
import { violations } from '../../testing/axe';
import type { Turn } from './api/turn-query';
import { suggest } from './api/suggestion-store';
import { heldAnswer, inboxPage, messageBox, refused } from './testing/inbox-page';
import type { Inbox } from './testing/open-inbox';
import { later, message, outgoing } from './testing/samples';
import { bareTurn, suggestion, turn } from './testing/turn-sample';

const page = inboxPage();
const TURN = turn();
const answered = outgoing({
  id: 'm2',
  at: later(1),
  text: 'El iPhone 13 cuesta $599.',
  author: { kind: 'assistant', id: null, name: 'ISAC' },
  assistantTurnId: 't1',
});
const open = async (told: Turn | null = TURN, answer: Inbox['answer'] = () => undefined) => {
  const panel = await page.open('/bandeja/c1', {
    messages: [message(), answered],
    answer: (request) =>
      answer(request) ?? (told && request.path === '/assistant/turns/t1' ? { body: told } : undefined),
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
    expect(part(drawer, 'Qué hizo').textContent).toBe('Qué hizoRespondióResponderInterés: Tibio');
    expect(part(drawer, 'Datos encontrados').textContent).toMatch(
      /Producto · «iphone 13»IPH-13CiudadQuitoCantidad2Capacidad128GB/,
    );
    expect(
      within(part(drawer, 'Reglas aplicadas'))
        .getAllByRole('listitem')
        .map((line) => line.textContent),
    ).toEqual(['Lo dicen las palabras: pregunta un precio', 'Responde y ofrece cotizar']);
    expect(part(drawer, 'Fuentes').textContent).toContain('iPhone 13 · IPH-13');
    expect(drawer.textContent).toContain('La respuesta pasó el control de datos.');
    expect(within(drawer).queryByRole('heading', { name: 'Por qué pasó a una persona' })).toBeNull();
    expect(part(drawer, 'Cuánto tardó cada paso').textContent?.replace(/(\d)[.\s](\d{3})/g, '$1$2')).toBe(
      'Cuánto tardó cada pasoReunir lo que se sabe · 3 filas12,4 msEntender, decidir y redactar1200 msEn total1212,4 ms',
    );
    expect(drawer.textContent).toContain('Motor propio, versión 3');
    expect(drawer.textContent).not.toContain('embedded');
    expect(await violations(drawer)).toEqual([]);
  });

  it('has no part for what an older turn does not hold', async () => {
    const { user } = await open(bareTurn({ state: 'answered', reply: 'Hola' }));
    const drawer = await why(user);
    await within(drawer).findByText('Hola');
    expect(
      within(drawer)
        .getAllByRole('heading', { level: 3 })
        .map((one) => one.textContent),
    ).toEqual(['Qué hizo', 'Respuesta']);
  });

  it('says why a person was called, and what the guard threw away, in words', async () => {
    const { user } = await open(
      turn({
        action: 'transfer_to_support',
        quality: 'hot',
        escalation: { reason: 'human_request', priority: 'high' },
        rules: ['model', 'guard refused two drafts'],
        rejected: [
          {
            draft: 'Cuesta $499 con 10 % menos',
            findings: [
              { rule: 'money', found: '499' },
              { rule: 'discount', found: '10 %' },
            ],
          },
          { draft: '', findings: [] },
        ],
      }),
    );
    const drawer = await why(user);
    await within(drawer).findByText('Qué hizo');
    expect(part(drawer, 'Por qué pasó a una persona').textContent).toContain(
      'El cliente pidió una persona · prioridad alta',
    );
    expect(part(drawer, 'Qué hizo').textContent).toContain('Pasar a una personaInterés: Caliente');
    const drafts = part(drawer, 'Borradores que no pasaron el control');
    expect(drafts.textContent).toContain('Cuesta $499 con 10 % menos');
    expect(drafts.textContent).toContain('Un precio que no está en el catálogo · se encontró «499»');
    expect(drafts.textContent).toContain('Un descuento que no existe · se encontró «10 %»');
    expect(drafts.textContent).toContain('(borrador vacío)');
    expect(drawer.textContent).not.toMatch(/human_request|transfer_to_support|guard refused|La respuesta pasó/);
    expect(await violations(drawer)).toEqual([]);
  });

  it.each([
    ['silent', 'a person has the conversation', 'No dijo nadaUna persona tiene la conversación'],
    ['silent', 'answered already', 'No dijo nadaYa se había respondido'],
    ['failed', 'engine', 'FallóEl motor de ISAC falló'],
    ['dismissed', 'wrong_facts', 'La sugerencia se descartóTiene datos equivocados'],
    [
      'silent',
      'model; the same for the third time',
      'No dijo nadaLo entendió por el sentido de las palabras. Repitió lo mismo por tercera vez',
    ],
    ['failed', 'a_new_code', 'Fallóa new code'],
  ] as const)('says how it ended: %s because of %s', async (state, reason, words) => {
    const { user } = await open(bareTurn({ state, reason }));
    const drawer = await why(user);
    await within(drawer).findByText('Qué hizo');
    expect(part(drawer, 'Qué hizo').textContent).toBe(`Qué hizo${words}`);
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
    act(() => suggest('c1', suggestion()));
    await user.click(await screen.findByRole('button', { name: 'Ver traza' }));
    const drawer = await screen.findByRole('dialog', { name: 'Por qué respondió ISAC' });
    await user.click(within(drawer).getByRole('button', { name: 'Cerrar' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    (document.activeElement as HTMLElement).blur();
    await user.keyboard('v');
    expect(await screen.findByRole('dialog', { name: 'Por qué respondió ISAC' })).toBeTruthy();
  });
});
