import { describe, expect, it } from '@jest/globals';
import { renderHook } from '@testing-library/react';
import { useSteadyKey } from './steady-key';

describe('the key of something that is made once', () => {
  it('is the same for the same words, across drawings, and another for others', () => {
    const hook = renderHook(() => useSteadyKey());
    const first = hook.result.current({ name: 'Bio' });
    hook.rerender();
    expect(hook.result.current({ name: 'Bio' })).toEqual(first);
    const second = hook.result.current({ name: 'Bio 2' });
    expect(second['idempotency-key']).not.toBe(first['idempotency-key']);
  });

  it('is new when the first words come back, since they are asked for anew', () => {
    const { result } = renderHook(() => useSteadyKey());
    const keys = ['a', 'b', 'a'].map((name) => result.current({ name })['idempotency-key']);
    expect(new Set(keys).size).toBe(3);
  });

  it('is not shared by two forms', () => {
    const [one, other] = [renderHook(() => useSteadyKey()), renderHook(() => useSteadyKey())];
    expect(one.result.current('x')).not.toEqual(other.result.current('x'));
  });
});
