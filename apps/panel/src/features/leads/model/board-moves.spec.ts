import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { aBoard } from '../testing/a-board';
import { aLead } from '../testing/a-lead';
import { findLead, neighbourOf, withLead, withMore, withoutLead, type Board } from './board';
import { LEAD_STATES, mayMove, type Lead } from './lead';

const states = fc.constantFrom(...LEAD_STATES);
const money = fc.option(
  fc.record({ amount: fc.integer({ min: 0, max: 1e9 }), currency: fc.constantFrom('USD', 'CLP') }),
);
const leads = fc
  .array(fc.record({ state: states, value: money }), { maxLength: 12 })
  .map((all) => all.map((one, index) => aLead({ ...one, id: `l${index}` })));
const boards = leads.map((all) => ({ all, board: aBoard(all) }));

const idsOf = (board: Board) => board.columns.flatMap((column) => column.leads.map(({ id }) => id));
const total = (board: Board) => board.columns.reduce((sum, { count }) => sum + count, 0);
const sum = (board: Board) => board.columns.reduce((all, { value }) => all + value.amount, 0);
const picked = (all: readonly Lead[], at: number) => all[at % Math.max(1, all.length)];

describe('a board, whatever is on it', () => {
  it('neither loses nor doubles a card when one moves, nor money, nor counts', () =>
    fc.assert(
      fc.property(boards, fc.nat(), states, ({ all, board }, at, to) => {
        const lead = picked(all, at);
        if (!lead) return;
        const after = withLead(board, { ...lead, state: to });
        expect(idsOf(after).sort()).toEqual(idsOf(board).sort());
        expect([total(after), sum(after)]).toEqual([total(board), sum(board)]);
        expect(findLead(after, lead.id)?.state).toBe(to);
        expect(after.columns.find(({ state }) => state === to)?.leads.map(({ id }) => id)).toContain(lead.id);
      }),
    ));

  it('is as it was once a card is taken out and put back, but for its place', () =>
    fc.assert(
      fc.property(boards, fc.nat(), ({ all, board }, at) => {
        const lead = picked(all, at);
        if (!lead) return;
        const without = withoutLead(board, lead.id);
        expect(findLead(without, lead.id)).toBeUndefined();
        expect(total(without)).toBe(total(board) - 1);
        const back = withLead(without, lead);
        expect(idsOf(back).sort()).toEqual(idsOf(board).sort());
        expect(back.columns.map(({ count, value }) => [count, value.amount])).toEqual(
          board.columns.map(({ count, value }) => [count, value.amount]),
        );
      }),
    ));

  it('never counts below nothing', () =>
    fc.assert(
      fc.property(leads, (all) => {
        const board = aBoard(all, Object.fromEntries(LEAD_STATES.map((state) => [state, 0])));
        const emptied = all.reduce((left, { id }) => withoutLead(left, id), board);
        expect(emptied.columns.every(({ count }) => count >= 0)).toBe(true);
      }),
    ));

  it('takes more cards without doubling any, and only into their own column', () =>
    fc.assert(
      fc.property(boards, leads, states, ({ board }, more, state) => {
        const after = withMore(board, state, { data: more, nextCursor: null });
        const ids = idsOf(after);
        expect(new Set(ids).size).toBe(ids.length);
        for (const column of after.columns)
          expect(column.leads.every((lead) => lead.state === column.state)).toBe(true);
        expect(total(after)).toBe(total(board));
      }),
    ));

  it('is walked there and back again along a column', () =>
    fc.assert(
      fc.property(boards, fc.nat(), ({ all, board }, at) => {
        const lead = picked(all, at);
        const below = lead && neighbourOf(board, lead.id, 'down');
        if (lead && below) expect(neighbourOf(board, below, 'up')).toBe(lead.id);
      }),
    ));

  it('has no neighbour for a card that is not there', () => {
    for (const way of ['up', 'down', 'left', 'right'] as const)
      expect(neighbourOf(aBoard([aLead()]), 'nobody', way)).toBeUndefined();
  });
});

describe('where leads may go, whatever they were', () => {
  it('never ends before won: from every open state won and lost can be reached', () => {
    const open = LEAD_STATES.filter((state) => !['won', 'lost'].includes(state));
    for (const from of open) expect([mayMove(from, 'won'), mayMove(from, 'lost')]).toEqual([true, true]);
  });

  it('never leads from a state to itself, nor to new', () => {
    for (const from of LEAD_STATES) expect([mayMove(from, from), mayMove(from, 'new')]).toEqual([false, false]);
  });
});
