import { expect, it } from '@jest/globals';
import { sumColumns } from './pipeline-sums.js';

const sums = sumColumns(
  [
    { state: 'new', currency: null, count: 3, amount: '0' },
    { state: 'new', currency: 'ARS', count: 2, amount: '900000' },
    { state: 'new', currency: 'USD', count: 4, amount: '4100' },
    { state: 'won', currency: 'ARS', count: 1, amount: '7' },
  ],
  'USD',
);

it('counts every card and keeps currencies apart, the main one first', () => {
  expect(sums('new')).toEqual({
    count: 9,
    value: { amount: 4100, currency: 'USD' },
    values: [
      { amount: 4100, currency: 'USD' },
      { amount: 900000, currency: 'ARS' },
    ],
  });
});

it('is zero of the main currency where there is nothing of it', () => {
  expect(sums('won').value).toEqual({ amount: 0, currency: 'USD' });
  expect(sums('lost')).toEqual({ count: 0, value: { amount: 0, currency: 'USD' }, values: [] });
});
