import { describe, expect, it } from '@jest/globals';
import { createQueryClient } from './query-client';
import { sharedById } from './shared-by-id';

const message = (id: string, text = id) => ({ id, text, author: { kind: 'customer' }, reactions: [] as string[] });
const thread = (...pages: ReturnType<typeof message>[][]) => ({
  pages: pages.map((data) => ({ data, nextCursor: null })),
  pageParams: pages.map((_, place) => place),
});
type Thread = ReturnType<typeof thread>;
const shared = (before: Thread, after: Thread) => sharedById(before, after) as Thread;

describe('sharing what did not change', () => {
  it('keeps the very object when all is the same', () => {
    const before = thread([message('2'), message('1')], [message('0')]);
    expect(shared(before, structuredClone(before))).toBe(before);
  });

  it('keeps each message that stays when one comes before it', () => {
    const before = thread([message('2'), message('1')], [message('0')]);
    const after = thread([message('3'), message('2'), message('1')], [message('0')]);
    const result = shared(before, after);
    expect(result).toEqual(after);
    expect(result.pages[0]?.data.slice(1)).toEqual(before.pages[0]?.data);
    expect(result.pages[0]?.data[1]).toBe(before.pages[0]?.data[0]);
    expect(result.pages[0]?.data[2]).toBe(before.pages[0]?.data[1]);
    expect(result.pages[1]).toBe(before.pages[1]);
  });

  it('renews a message that changed, and no other', () => {
    const before = thread([message('2'), message('1')]);
    const result = shared(before, thread([message('2', 'changed'), message('1')]));
    expect(result.pages[0]?.data[0]).toEqual(message('2', 'changed'));
    expect(result.pages[0]?.data[0]?.author).toBe(before.pages[0]?.data[0]?.author);
    expect(result.pages[0]?.data[1]).toBe(before.pages[0]?.data[1]);
  });

  it('follows rows that change places', () => {
    const before = [message('1'), message('2'), message('3')];
    const result = sharedById(before, [message('3'), message('1'), message('2')]) as typeof before;
    expect(result.map((row) => row.id)).toEqual(['3', '1', '2']);
    expect(result[0]).toBe(before[2]);
    expect(result[1]).toBe(before[0]);
  });

  it('is how the panel keeps what it knows', () => {
    const client = createQueryClient();
    const before = thread([message('1')]);
    client.setQueryData(['thread'], before);
    const after = client.setQueryData<Thread>(['thread'], thread([message('2'), message('1')]));
    expect(after?.pages[0]?.data[1]).toBe(before.pages[0]?.data[0]);
    client.clear();
  });

  it.each([
    ['a part that is gone', { id: '1', note: 'x' }, { id: '1' }],
    ['a part that came', { id: '1' }, { id: '1', note: 'x' }],
    ['a part that became nothing', { id: '1', note: 'x' }, { id: '1', note: undefined }],
    ['a shorter list', ['a', 'b'], ['a']],
    ['a longer list', ['a'], ['a', 'b']],
    ['a list that became an object', { of: ['a'] }, { of: { a: 1 } }],
    ['null for an object', { of: { a: 1 } }, { of: null }],
    ['no answer before', undefined, { id: '1' }],
    ['a list that is empty now', [message('1')], []],
    ['items of another kind', [message('1')], ['1']],
  ])('tells %s', (_name, before, after) => {
    expect(sharedById(before, after)).toStrictEqual(after);
  });
});
