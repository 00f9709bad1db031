import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isOpen, LEAD_STATES, moveLead, type LeadState } from './lead-status.js';

const state = fc.constantFrom(...LEAD_STATES);
const steps = fc.array(fc.record({ to: state, reason: fc.option(fc.string(), { nil: null }) }), { maxLength: 30 });

describe('moveLead', () => {
  it.each([
    ['new', 'contacted'],
    ['contacted', 'qualified'],
    ['qualified', 'negotiating'],
    ['negotiating', 'won'],
    ['new', 'won'],
    ['negotiating', 'qualified'],
    ['lost', 'contacted'],
  ] as const)('goes from %s to %s', (from, to) => {
    expect(moveLead(from, to)).toEqual({ ok: true, state: to, lostReason: null });
  });

  it.each(['new', 'contacted', 'qualified', 'negotiating'] as const)(
    'loses a lead that is %s, for a reason',
    (from) => {
      expect(moveLead(from, 'lost', ' precio ')).toEqual({ ok: true, state: 'lost', lostReason: 'precio' });
      for (const nothing of [null, '', '   '])
        expect(moveLead(from, 'lost', nothing)).toEqual({ ok: false, refusal: 'reason_required' });
    },
  );

  it.each([
    ['won', 'lost'],
    ['won', 'contacted'],
    ['lost', 'won'],
    ['lost', 'qualified'],
    ['contacted', 'new'],
    ['lost', 'new'],
  ] as const)('never goes from %s to %s', (from, to) => {
    expect(moveLead(from, to, 'reason')).toEqual({ ok: false, refusal: 'not_allowed' });
  });

  it('whatever is tried: won is final, new never comes back, and lost always has a reason', () => {
    fc.assert(
      fc.property(steps, (tries) => {
        let at: { state: LeadState; lostReason: string | null } = { state: 'new', lostReason: null };
        for (const { to, reason } of tries) {
          const before = at.state;
          const moved = moveLead(before, to, reason);
          if (!moved.ok) continue;
          at = moved;
          expect(before).not.toBe('won');
          expect(at.state).not.toBe('new');
          if (before === 'lost') expect(at.state).toBe('contacted');
          expect(at.state === 'lost').toBe(Boolean(at.lostReason));
        }
      }),
    );
  });

  it('can always be ended, and lost ones always be reopened', () => {
    for (const from of LEAD_STATES.filter(isOpen))
      expect([moveLead(from, 'won').ok, moveLead(from, 'lost', 'x').ok]).toEqual([true, true]);
    expect(moveLead('lost', 'contacted').ok).toBe(true);
  });
});
