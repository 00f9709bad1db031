import { describe, expect, it } from '@jest/globals';
import { aLead } from '../testing/a-lead';
import { expected } from './use-change-lead';

const paula = { id: 'u1', name: 'Paula Ríos', initials: 'PR' };
const lost = aLead({
  state: 'lost',
  lostReason: 'Precio',
  qualityReasons: ['budget'],
  qualityBy: 'assistant',
  assignee: paula,
});

describe('a lead as it will be if the server agrees', () => {
  it('forgets why it was lost once it is open again, and not before', () => {
    expect(expected({ lead: lost, change: { state: 'contacted' } })).toMatchObject({
      state: 'contacted',
      lostReason: null,
    });
    expect(expected({ lead: lost, change: { city: 'Loja' } })).toMatchObject({ lostReason: 'Precio', city: 'Loja' });
  });

  it('says why it is lost', () => {
    expect(expected({ lead: aLead(), change: { state: 'lost', lostReason: 'Sin stock' } })).toMatchObject({
      state: 'lost',
      lostReason: 'Sin stock',
    });
  });

  it('is judged by a person, without ISAC`s reasons, once somebody says how good it is', () => {
    expect(expected({ lead: lost, change: { quality: 'hot' } })).toMatchObject({
      quality: 'hot',
      qualityBy: 'person',
      qualityReasons: [],
    });
    expect(expected({ lead: lost, change: { city: 'Loja' } }).qualityReasons).toEqual(['budget']);
  });

  it('shows whose it is by name, which the change itself does not carry', () => {
    const marta = { id: 'u2', name: 'Marta Vega', initials: 'MV' };
    const given = expected({ lead: lost, change: { assigneeId: 'u2' }, assignee: marta });
    expect(given.assignee).toEqual(marta);
    expect(given).not.toHaveProperty('assigneeId');
    expect(expected({ lead: lost, change: { assigneeId: null }, assignee: null }).assignee).toBeNull();
    expect(expected({ lead: lost, change: { state: 'contacted' } }).assignee).toEqual(paula);
  });

  it('keeps its version: only the server counts', () => {
    expect(expected({ lead: { ...lost, version: 7 }, change: { state: 'contacted' } }).version).toBe(7);
  });
});
