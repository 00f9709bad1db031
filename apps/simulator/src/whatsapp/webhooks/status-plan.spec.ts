import { describe, expect, it } from '@jest/globals';
import { planStatuses, type PlannedStatus } from './status-plan.js';

const calm = { statuses: 'on', statusDelayMs: 5000, autoRead: false } as const;
const heard = (plan: PlannedStatus[]): string[] =>
  [...plan].sort((a, b) => a.leavesMs - b.leavesMs).map(({ status }) => status);

describe('planStatuses', () => {
  it.each([
    [calm, false, ['sent', 'delivered']],
    [{ ...calm, autoRead: true }, false, ['sent', 'delivered', 'read']],
    [{ ...calm, autoRead: true }, true, ['sent', 'failed']],
    [{ ...calm, statuses: 'off' }, false, []],
    [{ ...calm, statuses: 'shuffled' }, false, ['delivered', 'sent']],
    [{ ...calm, statuses: 'shuffled', autoRead: true }, false, ['read', 'delivered', 'sent']],
    [{ ...calm, statuses: 'duplicated' }, false, ['sent', 'sent', 'delivered', 'delivered']],
  ] as const)('with %j, failing %s, the business hears %j', (switches, failing, expected) => {
    expect(heard(planStatuses(switches, failing))).toEqual(expected);
  });

  it('keeps the true times when the webhooks are shuffled', () => {
    const plan = planStatuses({ ...calm, statuses: 'shuffled' }, false);
    const byTime = [...plan].sort((a, b) => a.happensMs - b.happensMs);
    expect(byTime.map(({ status }) => status)).toEqual(['sent', 'delivered']);
  });

  it('waits before the first status when they are delayed', () => {
    const plan = planStatuses({ ...calm, statuses: 'delayed', statusDelayMs: 60_000 }, false);
    expect(Math.min(...plan.map(({ leavesMs }) => leavesMs))).toBeGreaterThanOrEqual(60_000);
    expect(heard(plan)).toEqual(['sent', 'delivered']);
  });
});
