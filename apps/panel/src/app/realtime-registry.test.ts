import { describe, expect, it, jest } from '@jest/globals';
import { QueryClient } from '@tanstack/react-query';
import { FrameBatch } from './frame-batch';
import { aBell, aNotice } from '../testing/a-notice';
import { notificationsQuery, withNotification, withRead } from './notifications';
import { dispatchRealtime, dispatchVolatile, onRealtime, onVolatile } from './realtime-registry';

const context = { client: new QueryClient(), live: true };
const event = (type: string, data: unknown) => ({ seq: '1', type, at: '2026-11-20T10:00:00Z', data });

describe('handing out events', () => {
  it('gives each event to those who asked for its type, in order, until they leave', () => {
    const seen: unknown[] = [];
    const stop = onRealtime<{ id: string }>('lead.moved', ({ data }) => seen.push(data.id));
    dispatchRealtime(
      [event('lead.moved', { id: 'a' }), event('lead.created', { id: 'b' }), event('lead.moved', { id: 'c' })],
      context,
    );
    stop();
    dispatchRealtime([event('lead.moved', { id: 'd' })], context);
    expect(seen).toEqual(['a', 'c']);
  });

  it('does not let one handler that fails silence the others', () => {
    const reported: unknown[] = [];
    Object.defineProperty(globalThis, 'reportError', {
      value: (error: unknown) => reported.push(error),
      configurable: true,
    });
    const seen: string[] = [];
    const stops = [
      onRealtime('channel.health', () => {
        throw new Error('broken');
      }),
      onRealtime('channel.health', () => seen.push('still here')),
    ];
    dispatchRealtime([event('channel.health', {})], context);
    for (const stop of stops) stop();
    expect(seen).toEqual(['still here']);
    expect(reported).toHaveLength(1);
  });

  it('keeps passing signs apart from numbered events', () => {
    const seen: unknown[] = [];
    const stop = onVolatile('typing', ({ data }) => seen.push(data));
    dispatchRealtime([event('typing', 'numbered')], context);
    dispatchVolatile([{ type: 'typing', data: 'passing' }], context);
    stop();
    expect(seen).toEqual(['passing']);
  });
});

describe('batching by frame', () => {
  it('hands over everything of one frame at once, in order', async () => {
    const batches: number[][] = [];
    const batch = new FrameBatch<number>((items) => batches.push(items));
    batch.add([1, 2]);
    batch.add([]);
    batch.add([3]);
    expect(batches).toEqual([]);
    await new Promise((later) => requestAnimationFrame(later));
    batch.add([4]);
    await new Promise((later) => requestAnimationFrame(later));
    expect(batches).toEqual([[1, 2, 3], [4]]);
  });

  it('still moves while the page is hidden, where no frame is ever drawn', async () => {
    const hidden = jest.spyOn(document, 'hidden', 'get').mockReturnValue(true);
    const batches: number[][] = [];
    new FrameBatch<number>((items) => batches.push(items)).add([1]);
    hidden.mockRestore();
    await new Promise((later) => setTimeout(later, 600));
    expect(batches).toEqual([[1]]);
  });
});

describe('notifications', () => {
  it('puts a new one on top once and counts what is unread', () => {
    const page = withNotification(aBell(aNotice({ id: 'a', readAt: 'read' })), aNotice({ id: 'b' }));
    expect(page?.data.map((one) => one.id)).toEqual(['b', 'a']);
    expect(withNotification(page, aNotice({ id: 'b' }))).toBe(page);
    expect(page?.unreadCount).toBe(1);
  });

  it('leaves a list that was never opened to be fetched', () => {
    expect(withNotification(undefined, aNotice())).toBeUndefined();
    expect(notificationsQuery.queryKey).toEqual(['notifications']);
  });

  it('counts less what is read, each once, and nothing once all are, also beyond the page', () => {
    const page = { ...aBell(aNotice({ id: 'a' }), aNotice({ id: 'b', readAt: 'before' })), unreadCount: 40 };
    const one = withRead(page, { ids: ['a', 'b', 'x'] }, 'now');
    expect([one.unreadCount, one.data.map(({ readAt }) => readAt)]).toEqual([39, ['now', 'before']]);
    expect(withRead(one, { ids: ['a'] }, 'later')).toEqual(one);
    expect(withRead(page, { all: true }, 'now').unreadCount).toBe(0);
  });
});
