import { describe, expect, it } from '@jest/globals';
import { plainValues } from './plain-values.js';

describe('the values of a form', () => {
  it('are copied as they are', () => {
    const values = { name: 'Ana', count: 2, yes: true, nothing: null, list: ['a', 1], inner: { x: 'y' } };
    expect(plainValues(values)).toEqual(values);
  });

  it.each([
    '{"__proto__":{"admin":true},"a":1}',
    '{"constructor":{"x":1},"a":1}',
    '{"prototype":1,"a":1}',
    '{"a":1,"b":{"__proto__":{"x":1}}}',
  ])('reach no prototype: %s', (json) => {
    const copy = plainValues(JSON.parse(json) as Record<string, unknown>);
    expect(copy).toHaveProperty('a', 1);
    expect(Object.getPrototypeOf(copy)).toBe(Object.prototype);
    expect(JSON.stringify(copy)).not.toMatch(/__proto__|admin/);
    expect(({} as Record<string, unknown>)['admin']).toBeUndefined();
  });

  it('end at the sixth level', () => {
    const nested = { a: { b: { c: { d: { e: { f: { g: 'deep' } } } } } } };
    expect(plainValues(nested)).toEqual({ a: { b: { c: { d: { e: { f: '…' } } } } } });
  });

  it('are at most two hundred on a level, with names that can be stored', () => {
    const many = Object.fromEntries(Array.from({ length: 500 }, (_, index) => [`k${index}`, index]));
    expect(Object.keys(plainValues(many))).toHaveLength(200);
    expect(plainValues({ list: Array.from({ length: 500 }, (_, index) => index) })['list']).toHaveLength(200);
    expect(plainValues({ ['n\0'.repeat(300)]: 1 })).toEqual({ ['n\ufffd'.repeat(100)]: 1 });
  });

  it('hold no text that cannot be stored', () => {
    expect(plainValues({ a: 'x\0y', b: ['\ud800'], c: { d: '\udc00' } })).toEqual({
      a: 'x\ufffdy',
      b: ['\ufffd'],
      c: { d: '\ufffd' },
    });
  });
});
