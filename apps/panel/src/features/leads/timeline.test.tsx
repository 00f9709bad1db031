import { describe, expect, it } from '@jest/globals';
import { screen, within } from '@testing-library/react';
import { page, problem, type Answering } from '../../testing/shown-panel';
import { missingWords, speak } from '../../testing/speak';
import type { LeadEvent, ThreadMessage } from './model/timeline';
import { aLead } from './testing/a-lead';
import { MARTA, openLeads, PAULA } from './testing/open-leads';

const lead = aLead({ id: 'ana', conversationId: 'conv-1' });
const event = (over: Partial<LeadEvent> = {}): LeadEvent => ({
  id: `e-${over.kind ?? 'opened'}`,
  kind: 'opened',
  detail: {},
  byKind: 'system',
  by: null,
  at: '2026-11-20T15:00:00.000Z',
  ...over,
});
const message = (over: Partial<ThreadMessage> = {}): ThreadMessage => ({
  id: 'm1',
  direction: 'in',
  author: { kind: 'customer', id: null, name: 'Ana López' },
  type: 'text',
  text: '¿Cuánto sale?',
  at: '2026-11-20T16:00:00.000Z',
  ...over,
});
async function story(events: readonly LeadEvent[], messages: readonly ThreadMessage[] = [], answer?: Answering) {
  const panel = await openLeads('/leads/ana', { leads: [lead], events, messages }, answer);
  const section = await screen.findByRole('region', { name: 'Historia' });
  return { ...panel, section: within(section) };
}
const lines = () =>
  screen.getAllByRole('listitem').filter((one) => one.querySelector('time') && one.className === 'relative');

describe('what happened to a lead', () => {
  it.each<[Partial<LeadEvent>, string]>([
    [{ kind: 'opened' }, 'El lead empezó'],
    [{ kind: 'claimed' }, 'Escribió quien hizo clic'],
    [{ kind: 'enquired' }, 'Volvió a consultar'],
    [{ kind: 'explained', byKind: 'assistant' }, 'ISAC analizó la conversación'],
    [{ kind: 'expired' }, 'El clic caducó sin mensaje'],
    [{ kind: 'absorbed' }, 'Se unió con otro lead'],
    [{ kind: 'state', detail: { from: 'new', to: 'lost' } }, 'Pasó de Nuevo a Perdido'],
    [{ kind: 'state', detail: { from: 'unheard-of', to: 'won' } }, 'Pasó de — a Ganado'],
    [{ kind: 'assigned', detail: { to: MARTA.id } }, 'Asignado a Marta Vega'],
    [{ kind: 'assigned', detail: { to: 'somebody-gone' } }, 'Asignado a otra persona'],
    [{ kind: 'assigned', detail: { to: null } }, 'Quedó sin asignar'],
    [{ kind: 'quality', detail: { to: 'warm' } }, 'Calidad: Tibio'],
    [{ kind: 'quality', detail: { to: null } }, 'La calidad vuelve a ISAC'],
    [{ kind: 'details', detail: { fields: ['city', 'budget', 'unheardOf'] } }, 'Cambió: ciudad y presupuesto'],
    [{ kind: 'details', detail: { fields: ['itemId', 'title', 'value'] } }, 'Cambió: interés, asunto y valor'],
  ])('%j is said as %p', async (over, words) => {
    const { section } = await story([event(over)]);
    expect(await section.findByText(words)).toBeTruthy();
  });

  it.each<[LeadEvent['byKind'], LeadEvent['by'], string]>([
    ['user', PAULA, 'Paula Ríos'],
    ['user', null, 'Alguien del equipo'],
    ['assistant', null, 'ISAC'],
    ['system', null, 'El sistema'],
    ['key', null, 'Una integración'],
  ])('by %s %j names %s', async (byKind, by, words) => {
    const { section } = await story([event({ byKind, by })]);
    await section.findByText('El lead empezó');
    expect(lines()[0]?.textContent).toBe(`El lead empezó${words} · 10:00`);
  });
});

describe('the words of its conversation', () => {
  it.each<[Partial<ThreadMessage>, string]>([
    [{}, 'Ana López11:00¿Cuánto sale?'],
    [{ author: { kind: 'customer', id: null, name: null } }, 'Cliente11:00¿Cuánto sale?'],
    [{ author: { kind: 'advisor', id: null, name: 'Paula Ríos' }, direction: 'out' }, 'Paula Ríos11:00¿Cuánto sale?'],
    [{ author: { kind: 'assistant', id: null, name: null }, direction: 'out' }, 'ISAC11:00¿Cuánto sale?'],
    [{ author: { kind: 'campaign', id: null, name: null }, direction: 'out' }, 'Campaña11:00¿Cuánto sale?'],
    [{ author: { kind: 'automation', id: null, name: null }, direction: 'out' }, 'Automático11:00¿Cuánto sale?'],
    [
      { type: 'note', author: { kind: 'advisor', id: null, name: 'Marta Vega' }, text: 'Llamar' },
      'Nota interna · Marta Vega11:00Llamar',
    ],
    [{ type: 'audio', text: null }, 'Ana López11:00Adjunto (audio)'],
  ])('%j reads %p', async (over, words) => {
    const { section } = await story([], [message(over)]);
    await section.findByText('11:00');
    expect(lines().map((line) => line.textContent)).toEqual([words]);
  });

  it('stand among the events, newest first, under the business`s days', async () => {
    const { section } = await story(
      [
        event({ id: 'e2', kind: 'claimed', at: '2026-11-20T15:30:00.000Z' }),
        event({ id: 'e1', at: '2026-11-20T03:00:00.000Z' }),
      ],
      [message({ id: 'm2', text: 'segundo' }), message({ id: 'm1', text: 'primero', at: '2026-11-20T15:00:00.000Z' })],
    );
    await section.findByText('segundo');
    const days = section.getAllByRole('heading', { level: 3 }).map((day) => day.textContent?.toLowerCase());
    expect(days).toEqual(['viernes, 20 de noviembre', 'jueves, 19 de noviembre']);
    expect(lines().map((line) => line.textContent?.replace(/.*\d\d:\d\d(?=\D)/, ''))).toEqual([
      'segundo',
      expect.stringContaining('Escribió'),
      'primero',
      expect.stringContaining('El lead empezó'),
    ]);
  });

  it('of another team are not shown, and that is said; the lead`s own history is', async () => {
    const { section } = await story([event()], [], ({ path }) =>
      path.endsWith('/messages') ? problem(404, 'not_found') : undefined,
    );
    expect(await section.findByText(/La conversación es de otro equipo/)).toBeTruthy();
    expect(section.getByText('El lead empezó')).toBeTruthy();
    expect(section.queryByRole('alert')).toBeNull();
  });

  it('are not asked for where there is no conversation', async () => {
    const { received } = await openLeads('/leads/x', { leads: [aLead({ id: 'x' })], events: [event()] });
    expect(await screen.findByText('El lead empezó')).toBeTruthy();
    expect(received.some(({ path }) => path.endsWith('/messages'))).toBe(false);
  });
});

describe('the whole story', () => {
  it('says when nothing happened yet', async () => {
    const { section } = await story([]);
    expect(await section.findByText('Todavía no pasó nada.')).toBeTruthy();
  });

  it('that did not come is tried again, only what failed', async () => {
    let fails = true;
    const { section, user, received } = await story([event()], [message()], ({ path }) =>
      fails && path.endsWith('/events') ? problem(500, 'internal_error') : undefined,
    );
    expect((await section.findByRole('alert')).textContent).toContain('No se pudo traer la historia');
    fails = false;
    await user.click(section.getByRole('button', { name: 'Reintentar' }));
    expect(await section.findByText('El lead empezó')).toBeTruthy();
    expect(received.filter(({ path }) => path.endsWith('/messages'))).toHaveLength(1);
  });

  it('never shows what is older than the end of a source that has more, until that came', async () => {
    const early = event({ id: 'e1', at: '2026-11-19T15:00:00.000Z' });
    const { section, user } = await story([early], [], ({ path, query }) => {
      if (!path.endsWith('/messages')) return undefined;
      return query.get('before') === null
        ? page([message({ text: 'nuevo' })], 'older')
        : page([message({ id: 'm0', text: 'viejo', at: '2026-11-19T12:00:00.000Z' })]);
    });
    await section.findByText('nuevo');
    expect(section.queryByText('El lead empezó')).toBeNull();
    await user.click(section.getByRole('button', { name: 'Cargar anteriores' }));
    expect(await section.findByText('viejo')).toBeTruthy();
    expect(lines().map((line) => /nuevo|El lead empezó|viejo/.exec(line.textContent ?? '')?.[0])).toEqual([
      'nuevo',
      'El lead empezó',
      'viejo',
    ]);
    expect(section.queryByRole('button', { name: 'Cargar anteriores' })).toBeNull();
  });
});

it.each(['en', 'pt-BR'] as const)('has all its words in %s', async (language) => {
  await speak(language);
  const kinds: LeadEvent['kind'][] = [
    'opened',
    'claimed',
    'enquired',
    'explained',
    'expired',
    'absorbed',
    'quality',
    'assigned',
  ];
  await openLeads('/leads/ana', {
    leads: [lead],
    events: [
      ...kinds.map((kind) => event({ id: kind, kind })),
      event({ id: 's', kind: 'state', detail: { from: 'new', to: 'won' } }),
      event({ id: 'd', kind: 'details', detail: { fields: ['city', 'urgency', 'saleId', 'description'] } }),
    ],
    messages: [
      message({ type: 'image', text: null }),
      message({ id: 'm2', type: 'note', author: { kind: 'system', id: null, name: null } }),
    ],
  });
  await screen.findByRole('heading', { level: 1, name: 'Ana López' });
  await screen.findAllByText('10:00');
  expect(missingWords()).toEqual([]);
});
