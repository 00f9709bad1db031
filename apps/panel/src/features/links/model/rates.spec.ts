import { describe, expect, it } from '@jest/globals';
import { busiestHours, funnelRows } from './rates';

const funnel = (clicks: number, conversations: number, leads: number, qualified: number, won: number) => ({
  clicks,
  conversations,
  leads,
  qualified,
  won,
});

describe('a funnel', () => {
  it('says what part of each step goes on, and how it was before', () => {
    const rows = funnelRows(funnel(200, 50, 20, 10, 5), funnel(100, 50, 40, 0, 5));
    expect(rows.map(({ rate }) => rate)).toEqual([null, 0.25, 0.4, 0.5, 0.5]);
    expect(rows.map(({ change }) => change)).toEqual([1, 0, -0.5, null, 0]);
    expect(rows.map(({ share }) => share)).toEqual([1, 0.25, 0.1, 0.05, 0.025]);
  });

  it('has no rates of nothing', () => {
    const rows = funnelRows(funnel(0, 0, 0, 0, 0), funnel(0, 0, 0, 0, 0));
    expect(rows.every(({ share, rate, change }) => share === 0 && rate === null && change === null)).toBe(true);
  });

  it('stays within its frame when more wrote than clicked', () => {
    const rows = funnelRows(funnel(2, 4, 1, 0, 0), funnel(0, 0, 0, 0, 0));
    expect(rows.map(({ share }) => share)).toEqual([0.5, 1, 0.25, 0, 0]);
    expect(rows[1]?.rate).toBe(2);
  });
});

describe('the busiest hours', () => {
  it('come in order, the earlier of equals first, without the empty ones', () => {
    const hours = Array.from({ length: 24 }, () => 0);
    [hours[20], hours[9], hours[13], hours[10]] = [7, 7, 2, 1];
    expect(busiestHours(hours)).toEqual([9, 20, 13]);
    expect(busiestHours([0, 0])).toEqual([]);
  });
});
