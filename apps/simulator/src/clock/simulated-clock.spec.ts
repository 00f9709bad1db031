import { describe, expect, it } from '@jest/globals';
import { SimulatedClock } from './simulated-clock.js';

describe('SimulatedClock', () => {
  it('keeps the machine time until it is moved', () => {
    const clock = new SimulatedClock(() => 1_790_000_000_500);
    expect(clock.now()).toBe(1_790_000_000_500);
    expect(clock.seconds()).toBe(1_790_000_000);
    expect(clock.iso()).toBe('2026-09-21T14:13:20.500Z');
  });

  it('adds every advance up and forgets them on reset', () => {
    const clock = new SimulatedClock(() => 1000);
    clock.advance(25 * 3_600_000);
    clock.advance(1);
    expect(clock.offsetMs()).toBe(90_000_001);
    expect(clock.now()).toBe(90_001_001);
    clock.reset();
    expect(clock.now()).toBe(1000);
  });
});
