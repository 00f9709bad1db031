import { describe, expect, it } from '@jest/globals';
import { aCustomer, aMessage } from '../testing/a-message';
import { bubblesOf, messageIn, placeIn, sectionsOf, tickOf, withMessage } from './phone-thread';

const action = { kind: 'row' as const, title: 'x', description: null, url: null };
const thread = (...ids: [string, string][]) => ({
  customer: aCustomer(),
  messages: ids.map(([id, at]) => aMessage({ id, at })),
});
const T1 = '2026-11-21T12:00:00.000Z';
const T2 = '2026-11-21T12:01:00.000Z';
const T3 = '2026-11-21T12:02:00.000Z';

describe('withMessage', () => {
  it('replaces a known bubble where it stands', () => {
    const after = withMessage(thread(['a', T1], ['b', T2]), aMessage({ id: 'a', at: T1, status: 'read' }));
    expect(after.messages.map(({ id, status }) => [id, status])).toEqual([
      ['a', 'read'],
      ['b', 'delivered'],
    ]);
  });

  it.each([
    ['at the end', T3, ['a', 'c', 'n']],
    ['between', T2, ['a', 'n', 'c']],
    ['first', '2026-11-20T00:00:00.000Z', ['n', 'a', 'c']],
  ])('puts a new one %s, by its time', (_, at, order) => {
    expect(withMessage(thread(['a', T1], ['c', T3]), aMessage({ id: 'n', at })).messages.map(({ id }) => id)).toEqual(
      order,
    );
  });
});

describe('messageIn', () => {
  it('takes messages and nothing else', () => {
    expect(messageIn(aMessage())?.id).toBe('m1');
    expect([null, 'x', {}, { id: 'a' }].map(messageIn)).toEqual([undefined, undefined, undefined, undefined]);
  });
});

describe('bubblesOf', () => {
  it('gives a tail to the first of each side and starts days', () => {
    const messages = [
      aMessage({ id: 'a' }),
      aMessage({ id: 'b' }),
      aMessage({ id: 'c', direction: 'received' }),
      aMessage({ id: 'd', direction: 'received', at: '2026-11-22T12:00:00.000Z' }),
    ];
    expect(bubblesOf(messages, (at) => at.slice(0, 10)).map(({ first, newDay }) => [first, newDay])).toEqual([
      [true, true],
      [false, false],
      [true, false],
      [true, true],
    ]);
  });
});

describe('tickOf', () => {
  it('is on its way until the product answered', () => {
    expect(tickOf(aMessage({ status: 'accepted' }))).toBe('pending');
    expect(
      tickOf(aMessage({ status: 'accepted', webhook: { outcome: 'acknowledged', attempts: 1, ms: 5, status: 200 } })),
    ).toBe('sent');
    expect(tickOf(aMessage({ status: 'read' }))).toBe('read');
  });
});

describe('sectionsOf', () => {
  it('keeps rows together by section and leaves buttons out', () => {
    const message = aMessage({
      actions: [
        { ...action, id: '1', section: 'Tallas' },
        { ...action, id: '2', section: 'Tallas' },
        { ...action, id: '3', section: 'Colores' },
        { ...action, id: '4', section: null, kind: 'reply' },
      ],
    });
    expect(sectionsOf(message).map(({ title, rows }) => [title, rows.map(({ id }) => id)])).toEqual([
      ['Tallas', ['1', '2']],
      ['Colores', ['3']],
    ]);
  });
});

describe('placeIn', () => {
  it('reads a place and refuses what is none', () => {
    expect(placeIn({ latitude: 1, longitude: 2, name: 'Aquí', address: 3 })).toEqual({
      latitude: 1,
      longitude: 2,
      name: 'Aquí',
    });
    expect([undefined, null, {}, { latitude: '1', longitude: 2 }].map(placeIn)).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });
});
