import { describe, expect, it } from '@jest/globals';
import { Switches } from './switches.js';

const faulty = (fault: object): Switches => {
  const switches = new Switches();
  switches.change({ fault });
  return switches;
};

describe('Switches', () => {
  it('behaves well from the start', () => {
    expect(new Switches().state).toMatchObject({
      statuses: 'on',
      autoRead: false,
      fault: null,
      refusals: [],
      windowRule: 'answer',
    });
  });

  it('changes what is given and leaves the rest', () => {
    const switches = new Switches();
    switches.change({ statuses: 'shuffled', autoRead: true });
    switches.change({ autoRead: false });
    expect(switches.state).toMatchObject({ statuses: 'shuffled', autoRead: false });
    switches.reset();
    expect(switches.state.statuses).toBe('on');
  });

  it.each([
    { statuses: 'sometimes' },
    { unheardOf: true },
    { fault: { kind: '418' } },
    { webhookCopies: 0 },
    { refusals: [{ code: 'x' }] },
  ])('refuses %j and keeps its state', (patch) => {
    const switches = new Switches();
    expect(() => switches.change(patch)).toThrow();
    expect(switches.state).toEqual(new Switches().state);
  });

  it('hits every call until cleared, only at what it is on', () => {
    const switches = faulty({ kind: '500' });
    expect(switches.takeFault('media')).toBeUndefined();
    expect([1, 2, 3].map(() => switches.takeFault('messages')?.kind)).toEqual(['500', '500', '500']);
    switches.change({ fault: null });
    expect(switches.takeFault('messages')).toBeUndefined();
  });

  it('wears off after its count', () => {
    const switches = faulty({ kind: 'reset', count: 2, on: 'all' });
    expect(['messages', 'media', 'templates'].map((on) => switches.takeFault(on as 'media')?.kind)).toEqual([
      'reset',
      'reset',
      undefined,
    ]);
    expect(switches.state.fault).toBeNull();
  });

  it.each([
    [0.1, 100, 10],
    [0.5, 100, 50],
    [1, 7, 7],
  ])('spreads a share of %d evenly over %d calls', (share, calls, hits) => {
    const switches = faulty({ kind: 'hang', share });
    expect(Array.from({ length: calls }, () => switches.takeFault('messages')).filter(Boolean)).toHaveLength(hits);
  });

  it('refuses a number as often as asked, however it is written', () => {
    const switches = new Switches();
    switches.change({ refusals: [{ to: '+593 99 123 4567', code: 131026, count: 2 }] });
    expect(switches.takeRefusal('answer', ['593990000000', null])).toBeUndefined();
    expect(switches.takeRefusal('status', ['593991234567'])).toBeUndefined();
    expect(switches.takeRefusal('answer', ['593991234567'])).toBe(131026);
    expect(switches.takeRefusal('answer', ['593991234567'])).toBe(131026);
    expect(switches.takeRefusal('answer', ['593991234567'])).toBeUndefined();
  });

  it('knows a person by scoped id and fails the next delivery of anybody', () => {
    const switches = new Switches();
    switches.change({ refusals: [{ to: 'EC.123', code: 131050 }], failNextDelivery: 131049 });
    expect(switches.takeRefusal('answer', [null, 'EC.123'])).toBe(131050);
    expect(switches.takeRefusal('status', ['1'])).toBe(131049);
    expect(switches.takeRefusal('status', ['1'])).toBeUndefined();
  });
});
