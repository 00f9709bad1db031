import { describe, expect, it } from '@jest/globals';
import { isTransient } from './transient-failure.js';

describe('isTransient', () => {
  it.each(['08006', '40001', '40P01', '53300', '55P03', '57P01', '57014', '58030', 'ECONNREFUSED', 'ECONNRESET'])(
    'holds for %s: the same work may succeed a moment later',
    (code) => {
      expect(isTransient(Object.assign(new Error('x'), { code }))).toBe(true);
    },
  );

  it.each(['22003', '22021', '23502', '23505', '42703', 'EACCES', 'ENOSPC'])(
    'does not hold for %s: it would fail again',
    (code) => {
      expect(isTransient(Object.assign(new Error('x'), { code }))).toBe(false);
    },
  );

  it('looks at what the driver said', () => {
    expect(isTransient({ message: 'query failed', driverError: { code: '57P01' } })).toBe(true);
  });

  it('knows a pool without connections by its words', () => {
    expect(isTransient(new Error('timeout exceeded when trying to connect'))).toBe(true);
    expect(isTransient(new Error('Connection terminated unexpectedly'))).toBe(true);
  });

  it.each([undefined, null, 'x', 7, {}, new TypeError('x is not a function')])('does not hold for %p', (error) => {
    expect(isTransient(error)).toBe(false);
  });
});
