import { describe, expect, it } from '@jest/globals';
import { ALL, conversation, later, listOf } from '../testing/samples';
import type { Conversation } from './conversation';
import type { ConversationFilter } from './conversation-filter';
import { rowsOf, withConversation, type ListPages } from './conversation-pages';

const row = (id: string, minutes: number, over: Partial<Conversation> = {}) =>
  conversation({ id, lastActivityAt: later(minutes), ...over });
const place = (list: ListPages, news: Conversation, filter: ConversationFilter = ALL) =>
  rowsOf(withConversation(list, news, filter, 'u1')).map(({ id }) => id);

describe('a list after news of a conversation', () => {
  const list = listOf([row('a', 9), row('b', 6), row('c', 3)]);

  it('moves the row to the top, once', () => {
    expect(place(list, row('c', 10))).toEqual(['c', 'a', 'b']);
  });

  it('puts one that is new in its place', () => {
    expect(place(list, row('d', 7))).toEqual(['a', 'd', 'b', 'c']);
    expect(place(list, row('d', 1))).toEqual(['a', 'b', 'c', 'd']);
  });

  it('leaves one beyond what is loaded to its own page', () => {
    expect(place(listOf([row('a', 9)], 'more'), row('d', 1))).toEqual(['a']);
  });

  it('takes out what no longer belongs', () => {
    expect(place(list, row('b', 10, { assignee: null }), { ...ALL, view: 'mine' })).toEqual(['a', 'c']);
    expect(place(list, row('b', 10, { status: 'closed' }), { ...ALL, status: 'open' })).toEqual(['a', 'c']);
  });

  it('keeps a row where a search found it, and adds none that only the server could find', () => {
    const search = { ...ALL, q: 'iphone' };
    expect(place(list, row('c', 10), search)).toEqual(['a', 'b', 'c']);
    expect(place(list, row('d', 10), search)).toEqual(['a', 'b', 'c']);
  });

  it('keeps a row of the unread while it is being read', () => {
    expect(place(list, row('b', 6, { unreadCount: 0 }), { ...ALL, unread: true })).toEqual(['a', 'b', 'c']);
    expect(place(list, row('d', 10, { unreadCount: 0 }), { ...ALL, unread: true })).toEqual(['a', 'b', 'c']);
    expect(place(list, row('d', 10, { unreadCount: 2 }), { ...ALL, unread: true })).toEqual(['d', 'a', 'b', 'c']);
  });

  it('places across pages', () => {
    const paged: ListPages = {
      pages: [
        { data: [row('a', 9)], nextCursor: 'x' },
        { data: [row('b', 6), row('c', 3)], nextCursor: null },
      ],
      pageParams: [null, 'x'],
    };
    expect(place(paged, row('d', 5))).toEqual(['a', 'b', 'd', 'c']);
    expect(place(paged, row('c', 12))).toEqual(['c', 'a', 'b']);
  });

  it('says nothing about a list that was never asked for', () => {
    expect(withConversation(undefined, row('a', 1), ALL, 'u1')).toBeUndefined();
  });
});
