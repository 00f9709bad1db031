import { describe, expect, it } from '@jest/globals';
import { aLink } from '../testing/a-link';
import { groupLinks, sumTotals } from './groups';

const sofa = { id: 'i1', name: 'Sofá', sku: 'S-1' };
const bed = { id: 'i2', name: 'Cama', sku: 'C-1' };
const totals = (clicks: number, won = 0) => ({ clicks, conversations: 2, leads: 1, won });
const links = [
  aLink({ id: 'a', item: null, network: 'qr', totals: totals(90) }),
  aLink({ id: 'b', item: bed, network: 'instagram', totals: totals(5) }),
  aLink({ id: 'c', item: sofa, network: 'facebook', totals: totals(7, 1) }),
  aLink({ id: 'd', item: sofa, network: 'instagram', totals: totals(4) }),
];

describe('links in groups', () => {
  it('stand under their item, the most clicked first, those of no item last', () => {
    expect(groupLinks(links, 'producto').map(({ name, links: own }) => [name, own.map(({ id }) => id)])).toEqual([
      ['Sofá', ['c', 'd']],
      ['Cama', ['b']],
      [null, ['a']],
    ]);
  });

  it('stand under their network, in its usual order', () => {
    expect(groupLinks(links, 'red').map(({ network, links: own }) => [network, own.length])).toEqual([
      ['facebook', 1],
      ['instagram', 2],
      ['qr', 1],
    ]);
  });

  it('add up to what their links add up to', () => {
    const groups = groupLinks(links, 'producto');
    expect(groups[0]?.totals).toEqual({ clicks: 11, conversations: 4, leads: 2, won: 1 });
    expect(sumTotals(groups.map((group) => group.totals))).toEqual(sumTotals(links.map((link) => link.totals)));
  });

  it('are none of none', () => {
    expect(groupLinks([], 'red')).toEqual([]);
  });
});
