import { describe, expect, it } from '@jest/globals';
import { later, message, outgoing } from '../testing/samples';
import { oldestFirst, trimmed, withMessage, withRenewed, withTick, type ThreadPages } from './message-pages';

const thread = (...pages: { ids: number[]; more?: boolean }[]): ThreadPages => ({
  pages: pages.map(({ ids, more }) => ({
    data: ids.map((id) => message({ id: `m${id}`, at: later(id) })),
    nextCursor: more ? 'more' : null,
  })),
  pageParams: pages.map(() => null),
});
const ids = (pages: ThreadPages | undefined) => oldestFirst(pages).map(({ id }) => id);

describe('messages of a thread', () => {
  it('takes a new message at its end', () => {
    expect(ids(withMessage(thread({ ids: [2, 1] }), message({ id: 'm3', at: later(3) })))).toEqual(['m1', 'm2', 'm3']);
  });

  it('takes one that comes late to the place of its time', () => {
    const known = thread({ ids: [9, 7] }, { ids: [5, 3] });
    expect(ids(withMessage(known, message({ id: 'm8', at: later(8) })))).toEqual(['m3', 'm5', 'm7', 'm8', 'm9']);
    expect(ids(withMessage(known, message({ id: 'm4', at: later(4) })))).toEqual(['m3', 'm4', 'm5', 'm7', 'm9']);
    expect(ids(withMessage(known, message({ id: 'm1', at: later(1) })))).toEqual(['m1', 'm3', 'm5', 'm7', 'm9']);
  });

  it('leaves what is older than everything loaded to its own page', () => {
    expect(ids(withMessage(thread({ ids: [9, 7], more: true }), message({ id: 'm1', at: later(1) })))).toEqual([
      'm7',
      'm9',
    ]);
  });

  it('shows a message once, however often it is told, and never takes its status back', () => {
    const read = withMessage(thread({ ids: [1] }), outgoing({ id: 'm2', at: later(2), status: 'read' }));
    const again = withMessage(read, outgoing({ id: 'm2', at: later(2), status: 'sent', text: 'edited' }));
    expect(ids(again)).toEqual(['m1', 'm2']);
    expect(oldestFirst(again).at(-1)).toMatchObject({ status: 'read', text: 'edited' });
  });

  it('fills an empty thread and leaves one that was never opened alone', () => {
    expect(ids(withMessage(thread({ ids: [] }), message({ id: 'm1' })))).toEqual(['m1']);
    expect(withMessage(undefined, message())).toBeUndefined();
  });

  it('renews what is loaded and nothing else', () => {
    const known = thread({ ids: [1] });
    expect(oldestFirst(withRenewed(known, message({ id: 'm1', text: 'new', at: later(1) })))[0]?.text).toBe('new');
    expect(withRenewed(known, message({ id: 'm5', at: later(5) }))).toBe(known);
  });

  it('moves ticks of loaded messages', () => {
    const known: ThreadPages = { pages: [{ data: [outgoing({ id: 'm1' })], nextCursor: null }], pageParams: [null] };
    const news = { status: 'delivered', statusTimes: {}, failure: null };
    expect(oldestFirst(withTick(known, 'm1', news))[0]?.status).toBe('delivered');
    expect(withTick(known, 'other', news)).toBe(known);
  });

  it('lets the oldest pages go beyond 600 messages', () => {
    const page = (start: number) => ({ ids: Array.from({ length: 200 }, (_, index) => start - index), more: true });
    const long = thread(page(1000), page(800), page(600), page(400));
    expect(trimmed(long)?.pages).toHaveLength(3);
    expect(trimmed(long)?.pageParams).toHaveLength(3);
    const short = thread(page(1000));
    expect(trimmed(short)).toBe(short);
    expect(trimmed(undefined)).toBeUndefined();
  });
});
