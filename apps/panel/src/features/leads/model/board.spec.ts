import { describe, expect, it } from '@jest/globals';
import { aBoard } from '../testing/a-board';
import { aLead } from '../testing/a-lead';
import { neighbourOf, withLead, withMore, withoutLead, type Board } from './board';
import type { LeadState } from './lead';

const USD = (amount: number) => ({ amount, currency: 'USD' });
const ana = aLead({ id: 'ana', value: USD(500) });
const luis = aLead({ id: 'luis', value: USD(300) });
const eva = aLead({ id: 'eva', state: 'contacted', value: { amount: 70, currency: 'EUR' } });
const column = (board: Board, state: LeadState) => {
  const found = board.columns.find((one) => one.state === state);
  return [found?.count, found?.value.amount, found?.leads.map((lead) => lead.id)];
};

describe('moving a card', () => {
  it('takes it to the top of its new column, with count and sum on both sides', () => {
    const board = withLead(aBoard([ana, luis, eva]), { ...ana, state: 'contacted' });
    expect(column(board, 'new')).toEqual([1, 300, ['luis']]);
    expect(column(board, 'contacted')).toEqual([2, 500, ['ana', 'eva']]);
  });

  it('counts what is not loaded as well', () => {
    const before = aBoard([ana], { new: 40 });
    expect(column(withLead(before, { ...ana, state: 'won' }), 'new')[0]).toBe(39);
  });

  it('there and back leaves everything as it was', () => {
    const before = aBoard([ana, luis]);
    const after = withLead(withLead(before, { ...ana, state: 'qualified' }), ana);
    expect(after.columns.map(({ count, value }) => [count, value])).toEqual(
      before.columns.map(({ count, value }) => [count, value]),
    );
  });

  it('never adds up different currencies', () => {
    const board = withLead(aBoard([eva]), { ...eva, state: 'qualified' });
    const qualified = board.columns.find((one) => one.state === 'qualified');
    expect([qualified?.value, qualified?.values]).toEqual([USD(0), [{ amount: 70, currency: 'EUR' }]]);
  });
});

describe('news of a card', () => {
  it('changes it in its place', () => {
    const board = withLead(aBoard([ana, luis]), { ...luis, city: 'Quito' });
    expect(column(board, 'new')).toEqual([2, 800, ['ana', 'luis']]);
    expect(board.columns[0]?.leads[1]?.city).toBe('Quito');
  });

  it('takes a new value into the sum', () => {
    expect(column(withLead(aBoard([ana]), { ...ana, value: USD(900) }), 'new')).toEqual([1, 900, ['ana']]);
  });

  it('puts a new one on top', () => {
    expect(column(withLead(aBoard([ana]), luis), 'new')).toEqual([2, 800, ['luis', 'ana']]);
  });

  it('leaves a board alone that does not know the card', () => {
    const board = aBoard([ana]);
    expect(withoutLead(board, 'nobody')).toBe(board);
  });
});

describe('more cards', () => {
  it('come at the end, each once, and do not count again', () => {
    const board = withMore(aBoard([ana], { new: 3 }), 'new', { data: [ana, luis, eva], nextCursor: 'z' });
    expect(column(board, 'new')).toEqual([3, 500, ['ana', 'luis']]);
    expect(board.columns[0]?.nextCursor).toBe('z');
  });
});

describe('the next card by keyboard', () => {
  const board = aBoard([ana, luis, eva]);
  it('goes along the column and stops at its ends', () => {
    expect([neighbourOf(board, 'ana', 'down'), neighbourOf(board, 'luis', 'down')]).toEqual(['luis', undefined]);
    expect([neighbourOf(board, 'luis', 'up'), neighbourOf(board, 'ana', 'up')]).toEqual(['ana', undefined]);
  });

  it('goes across, over empty columns, as low as the next one reaches', () => {
    expect(neighbourOf(board, 'luis', 'right')).toBe('eva');
    expect(neighbourOf(board, 'eva', 'left')).toBe('ana');
    expect(neighbourOf(board, 'eva', 'right')).toBeUndefined();
  });
});
