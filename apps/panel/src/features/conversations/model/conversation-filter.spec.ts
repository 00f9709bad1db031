import { describe, expect, it } from '@jest/globals';
import { ALL, conversation, later } from '../testing/samples';
import { readConversationSearch } from '../search';
import { compare, filterOf, matches } from './conversation-filter';
import { filterCount, noFilters } from './filter-count';

describe('the address bar as a filter', () => {
  it('says the same to the server after a reload', () => {
    const search = readConversationSearch({
      estado: 'cerrada',
      fuente: 'instagram',
      vista: 'todos',
      orden: 'espera',
      noleidas: 'si',
    });
    expect(filterOf(search)).toEqual({
      view: 'all',
      status: 'closed',
      source: 'instagram',
      unread: true,
      sort: 'waiting',
    });
    expect(filterOf(readConversationSearch({}))).toEqual({ view: 'mine', sort: '-lastMessageAt' });
  });

  it('ignores what it does not know', () => {
    expect(readConversationSearch({ estado: 'rara', prioridad: 'x', otra: 1, q: '' })).toEqual({});
  });

  it('counts what narrows and takes it all away', () => {
    const search = readConversationSearch({ estado: 'abierta', etiqueta: 'vip', q: 'ana', vista: 'todos' });
    expect(filterCount(search)).toBe(2);
    expect(filterCount({ ...search, ...noFilters() })).toBe(0);
    expect({ ...search, ...noFilters() }).toMatchObject({ vista: 'todos', q: undefined });
  });
});

describe('whether a conversation belongs to a list', () => {
  const nobody = conversation({ assignee: null });
  it.each([
    ['mine', conversation(), { ...ALL, view: 'mine' as const }, true],
    [
      "a colleague's, among mine",
      conversation({ assignee: { id: 'u2', name: 'M', initials: 'M' } }),
      { ...ALL, view: 'mine' as const },
      false,
    ],
    ["nobody's, open", nobody, { ...ALL, view: 'unassigned' as const }, true],
    [
      "nobody's, closed",
      conversation({ assignee: null, status: 'closed' }),
      { ...ALL, view: 'unassigned' as const },
      false,
    ],
    [
      "nobody's, closed, asked for",
      conversation({ assignee: null, status: 'closed' }),
      { ...ALL, view: 'unassigned' as const, status: 'closed' as const },
      true,
    ],
    ['of another priority', conversation(), { ...ALL, priority: 'urgent' as const }, false],
    ['of the tag', conversation({ tags: ['vip'] }), { ...ALL, tag: 'vip' }, true],
    ['of another channel', conversation(), { ...ALL, channelKind: 'instagram' as const }, false],
    ['of no network', conversation(), { ...ALL, source: 'facebook' }, false],
    ['of another advisor', conversation(), { ...ALL, assigneeId: 'u9' }, false],
    ['not waiting, among those waiting', conversation(), { ...ALL, sort: 'waiting' as const }, false],
    ['under a search', conversation(), { ...ALL, q: 'hola' }, null],
  ])('%s', (_name, given, filter, expected) => {
    expect(matches(given, filter, 'u1')).toBe(expected);
  });
});

describe('the order of a list', () => {
  const ids = (sort: Parameters<typeof compare>[2]) =>
    [
      conversation({ id: 'a', lastActivityAt: later(1), priority: 'urgent', waitingSince: later(5) }),
      conversation({ id: 'b', lastActivityAt: later(9), priority: 'low', waitingSince: later(1) }),
      conversation({ id: 'c', lastActivityAt: later(5), priority: 'high', waitingSince: later(9) }),
    ]
      .sort((one, other) => compare(one, other, sort))
      .map(({ id }) => id)
      .join('');

  it('is by activity, by priority, or by who waits longest', () => {
    expect([ids('-lastMessageAt'), ids('-priority'), ids('waiting')]).toEqual(['bca', 'acb', 'bac']);
  });
});
