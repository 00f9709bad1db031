import { describe, expect, it } from '@jest/globals';
import { LEAD_STATES, mayMove } from './lead';

describe('where a lead may go', () => {
  it('moves freely along the pipeline, but never back to new', () => {
    const from = (state: (typeof LEAD_STATES)[number]) => LEAD_STATES.filter((to) => mayMove(state, to));
    expect(from('new')).toEqual(['contacted', 'qualified', 'negotiating', 'won', 'lost']);
    expect(from('negotiating')).toEqual(['contacted', 'qualified', 'won', 'lost']);
  });

  it('keeps a won lead won and brings a lost one back as contacted', () => {
    expect(LEAD_STATES.filter((to) => mayMove('won', to))).toEqual([]);
    expect(LEAD_STATES.filter((to) => mayMove('lost', to))).toEqual(['contacted']);
  });
});
