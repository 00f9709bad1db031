import { QueryClient } from '@tanstack/react-query';
import { beforeEach, describe, expect, it } from '@jest/globals';
import type { ConversationFilter } from '../model/conversation-filter';
import { rowsOf, type ListPages } from '../model/conversation-pages';
import { ALL, conversation, later, listOf } from '../testing/samples';
import { cachedConversation, changeConversation, placeConversation, removeConversation } from './conversation-cache';
import { keys } from './keys';

const row = (id: string, minutes: number, over = {}) => conversation({ id, lastActivityAt: later(minutes), ...over });
const MINE: ConversationFilter = { ...ALL, view: 'mine' };
const OPEN: ConversationFilter = { ...ALL, status: 'open' };
let client: QueryClient;
beforeEach(() => {
  client = new QueryClient();
});
const has = (filter: ConversationFilter, ...rows: ReturnType<typeof row>[]) =>
  client.setQueryData(keys.list(filter), listOf(rows));
const ids = (filter: ConversationFilter) =>
  rowsOf(client.getQueryData<ListPages>(keys.list(filter))).map(({ id }) => id);

describe('what is known of a conversation', () => {
  it('is its own entry before any list, else the list that has it, else nothing', () => {
    has(ALL, row('a', 1, { version: 1 }));
    expect(cachedConversation(client, 'a')?.version).toBe(1);
    client.setQueryData(keys.one('a'), row('a', 1, { version: 2 }));
    expect(cachedConversation(client, 'a')?.version).toBe(2);
    expect(cachedConversation(client, 'b')).toBeUndefined();
  });

  it('is found on any page', () => {
    client.setQueryData<ListPages>(keys.list(ALL), {
      pages: [
        { data: [row('a', 9)], nextCursor: 'x' },
        { data: [row('b', 1)], nextCursor: null },
      ],
      pageParams: [null, 'x'],
    });
    expect(cachedConversation(client, 'b')?.id).toBe('b');
  });
});

describe('a conversation that is put in its place', () => {
  it('goes to where each list wants it, out of those it does not belong to, and renews its own entry', () => {
    has(ALL, row('a', 9), row('b', 1));
    has(MINE, row('a', 9), row('b', 1));
    has(OPEN, row('b', 1));
    client.setQueryData(keys.one('b'), row('b', 1));
    placeConversation(client, row('b', 10, { assignee: null, status: 'closed', version: 2 }), 'u1');
    expect([ids(ALL), ids(MINE), ids(OPEN)]).toEqual([['b', 'a'], ['a'], []]);
    expect(client.getQueryData(keys.one('b'))).toMatchObject({ version: 2, status: 'closed' });
  });

  it('makes no entry where nobody asked for one', () => {
    has(ALL, row('a', 9));
    placeConversation(client, row('z', 10), 'u1');
    expect(client.getQueryData(keys.one('z'))).toBeUndefined();
    expect(ids(ALL)).toEqual(['z', 'a']);
  });

  it('leaves a list that is still on its way alone', () => {
    client.getQueryCache().build(client, { queryKey: keys.list(ALL) });
    expect(() => placeConversation(client, row('a', 1), 'u1')).not.toThrow();
    expect(client.getQueryData(keys.list(ALL))).toBeUndefined();
  });
});

describe('a conversation that is changed where it stands', () => {
  it('is renewed in every list without moving, and given back as it was', () => {
    has(ALL, row('a', 9), row('b', 1));
    has(MINE, row('b', 1), row('a', 9));
    const before = changeConversation(client, 'b', (known) => ({ ...known, unreadCount: 0, priority: 'urgent' }));
    expect(before?.priority).toBe('normal');
    expect([ids(ALL), ids(MINE)]).toEqual([
      ['a', 'b'],
      ['b', 'a'],
    ]);
    expect(cachedConversation(client, 'b')?.priority).toBe('urgent');
  });

  it('can be taken back', () => {
    has(ALL, row('a', 9));
    const before = changeConversation(client, 'a', (known) => ({ ...known, status: 'closed' }));
    changeConversation(client, 'a', (known) => before ?? known);
    expect(cachedConversation(client, 'a')?.status).toBe('open');
  });

  it('is nothing where it is not known', () => {
    has(ALL, row('a', 9));
    expect(changeConversation(client, 'z', (known) => known)).toBeUndefined();
  });
});

describe('a conversation that is gone', () => {
  it('is in no list any more; its own entry stays for who still has it open', () => {
    has(ALL, row('a', 9), row('b', 1));
    has(MINE, row('a', 9));
    client.setQueryData(keys.one('a'), row('a', 9));
    removeConversation(client, 'a');
    expect([ids(ALL), ids(MINE)]).toEqual([['b'], []]);
    expect(client.getQueryData(keys.one('a'))).toBeDefined();
  });
});
