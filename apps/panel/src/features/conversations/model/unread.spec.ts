import { describe, expect, it } from '@jest/globals';
import { conversation, lastMessage } from '../testing/samples';
import { isStale, reallyGone, withUnread } from './unread';

const told = (unread: number, id: string, direction: 'in' | 'out' = 'in') =>
  conversation({ unreadCount: unread, lastMessage: lastMessage({ id, direction }) });

describe("this person's unread count under broadcasts for everybody", () => {
  it('does not bring back what this person has read', () => {
    const read = { ...told(0, 'm3'), sharedUnread: 3 };
    expect(withUnread(told(3, 'm3'), read, false).unreadCount).toBe(0);
  });

  it('adds a new incoming message to what was unread here', () => {
    const read = { ...told(0, 'm3'), sharedUnread: 3 };
    expect(withUnread(told(4, 'm4'), read, false)).toMatchObject({ unreadCount: 1, sharedUnread: 4 });
    expect(withUnread(told(6, 'm6'), read, false).unreadCount).toBe(3);
  });

  it('is the same however often the same broadcast comes', () => {
    const once = withUnread(told(4, 'm4'), { ...told(1, 'm3'), sharedUnread: 3 }, false);
    expect(withUnread(told(4, 'm4'), once, false).unreadCount).toBe(once.unreadCount);
  });

  it('falls with the answer of anybody', () => {
    expect(withUnread(told(0, 'm5', 'out'), { ...told(2, 'm4'), sharedUnread: 2 }, false).unreadCount).toBe(0);
  });

  it('takes the first broadcast as it is and is zero while the person watches', () => {
    expect(withUnread(told(2, 'm1'), undefined, false).unreadCount).toBe(2);
    expect(withUnread(told(2, 'm1'), undefined, true)).toMatchObject({ unreadCount: 0, sharedUnread: 2 });
  });

  it('counts one when it never heard what the others count', () => {
    expect(withUnread(told(5, 'm9'), told(1, 'm8'), false).unreadCount).toBe(2);
  });
});

describe('broadcasts that come late', () => {
  it('are told by their version', () => {
    expect(isStale(conversation({ version: 3 }), conversation({ version: 4 }))).toBe(true);
    expect(isStale(conversation({ version: 4 }), conversation({ version: 4 }))).toBe(false);
    expect(isStale(conversation(), undefined)).toBe(false);
  });
});

describe('"it moved out of what you may see"', () => {
  const viewer = { id: 'u1', teamIds: ['t1'], seesAll: false };
  const other = { id: 'u2', name: 'Mateo', initials: 'M' };
  it('is not about whoever took it, sees everything, or is of its team', () => {
    expect(reallyGone(conversation(), viewer)).toBe(false);
    expect(reallyGone(conversation({ assignee: other }), { ...viewer, seesAll: true })).toBe(false);
    expect(reallyGone(conversation({ assignee: other, team: { id: 't1', name: 'Ventas' } }), viewer)).toBe(false);
    expect(reallyGone(conversation({ assignee: null }), viewer)).toBe(false);
  });

  it('is about everybody else', () => {
    expect(reallyGone(conversation({ assignee: other }), viewer)).toBe(true);
    expect(reallyGone(conversation({ assignee: null, team: { id: 't9', name: 'Otro' } }), viewer)).toBe(true);
    expect(reallyGone(undefined, viewer)).toBe(true);
  });
});
