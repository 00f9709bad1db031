import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { filterOf } from './model/conversation-filter';
import { filterCount, FILTER_NAMES, noFilters } from './model/filter-count';
import { readConversationSearch } from './search';

const whole = {
  vista: 'todos',
  estado: 'abierta',
  prioridad: 'urgente',
  fuente: 'facebook',
  canal: 'instagram',
  asesor: 'u2',
  etiqueta: 'vip',
  noleidas: 'si',
  q: 'ana',
  orden: 'prioridad',
  modo: 'kanban',
} as const;

describe('the address of the inbox', () => {
  it('is read as it was written, every part of it', () => {
    expect(readConversationSearch({ ...whole })).toEqual(whole);
  });

  it.each([
    ['a view of another program', { vista: 'archivo' }],
    ['an English word', { estado: 'open' }],
    ['a channel that the API would refuse', { canal: 'telegram' }],
    ['a number', { prioridad: 3 }],
    ['a list', { fuente: ['a', 'b'] }],
    ['an object', { q: { $ne: null } }],
    ['a boolean', { noleidas: true }],
    ['nothing', { etiqueta: '' }],
    ['null', { asesor: null }],
    ['a name it does not have', { __proto__x: 'y', limit: 1000 }],
    ['a word for the order that means its opposite', { orden: '-espera' }],
    ['letters of another size', { modo: 'Kanban' }],
  ])('holds no %s', (_what, raw) => {
    expect(readConversationSearch(raw)).toEqual({});
  });

  it('survives whatever is put into it, and reading it twice says the same', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...Object.keys(whole), 'otra'), fc.anything()), (raw) => {
        const once = readConversationSearch(raw);
        expect(readConversationSearch({ ...once })).toEqual(once);
        expect(Object.values(once).every((value) => typeof value === 'string' && value !== '')).toBe(true);
      }),
    );
  });

  it('takes one bad part away and leaves the rest', () => {
    expect(readConversationSearch({ ...whole, estado: 'x', orden: 7 })).toEqual({
      ...whole,
      estado: undefined,
      orden: undefined,
    });
  });
});

describe('the address in the words of the server', () => {
  it('says each part once', () => {
    expect(filterOf(whole)).toEqual({
      view: 'all',
      status: 'open',
      priority: 'urgent',
      source: 'facebook',
      channelKind: 'instagram',
      assigneeId: 'u2',
      tag: 'vip',
      unread: true,
      q: 'ana',
      sort: '-priority',
    });
  });

  it.each([
    ['mios', 'mine'],
    ['sin-asignar', 'unassigned'],
    ['todos', 'all'],
  ] as const)('knows the view %s as %s', (vista, view) => {
    expect(filterOf({ vista }).view).toBe(view);
  });

  it.each([
    ['abierta', 'open'],
    ['seguimiento', 'follow_up'],
    ['cerrada', 'closed'],
  ] as const)('knows the state %s as %s', (estado, status) => {
    expect(filterOf({ estado }).status).toBe(status);
  });

  it.each([
    ['baja', 'low'],
    ['normal', 'normal'],
    ['alta', 'high'],
    ['urgente', 'urgent'],
  ] as const)('knows the priority %s as %s', (prioridad, priority) => {
    expect(filterOf({ prioridad }).priority).toBe(priority);
  });

  it('is the same for list and board, which are two looks at one selection', () => {
    expect(filterOf({ ...whole, modo: 'kanban' })).toEqual(filterOf({ ...whole, modo: undefined }));
  });

  it('is equal for equal addresses, so that a list is cached once', () => {
    const keyOf = (raw: Record<string, unknown>) => JSON.stringify(filterOf(readConversationSearch(raw)));
    expect(keyOf({ q: 'a', estado: 'abierta' })).toBe(keyOf({ estado: 'abierta', q: 'a', otra: 1 }));
  });
});

describe('how much is filtered', () => {
  it('counts neither the view, nor the words, nor the mode', () => {
    expect(filterCount({ vista: 'todos', q: 'ana', modo: 'kanban' })).toBe(0);
    expect(filterCount(whole)).toBe(FILTER_NAMES.length);
  });

  it('is nothing after everything was taken away, with the view kept', () => {
    const left = { ...whole, ...noFilters() };
    expect(filterCount(left)).toBe(0);
    expect(Object.entries(left).filter(([, value]) => value !== undefined)).toEqual([
      ['vista', 'todos'],
      ['modo', 'kanban'],
    ]);
  });
});
