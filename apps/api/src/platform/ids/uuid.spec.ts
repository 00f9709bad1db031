import { describe, expect, it } from '@jest/globals';
import { UUID_PATTERN, firstIdAt, newId } from './uuid.js';

describe('ids', () => {
  it('are UUIDs that sort in the order they were made', () => {
    const ids = Array.from({ length: 500 }, newId);
    expect(ids.every((id) => UUID_PATTERN.test(id))).toBe(true);
    expect([...ids].sort()).toEqual(ids);
  });

  it('are never below the first id of their own moment, and below that of a later one', () => {
    const before = new Date();
    const id = newId();
    expect(id >= firstIdAt(before)).toBe(true);
    expect(id < firstIdAt(new Date(Date.now() + 60_000))).toBe(true);
    expect(firstIdAt(before)).toMatch(UUID_PATTERN);
  });
});
