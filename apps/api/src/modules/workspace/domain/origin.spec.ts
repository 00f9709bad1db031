import { describe, expect, it } from '@jest/globals';
import { namedOrigin, traceOf } from './origin.js';

const NOBODY = { sourceNetwork: null, sourceLinkId: null, sourceItemId: null };
const marked = { sourceNetwork: 'tiktok', sourceLinkId: 'k2', sourceItemId: 'i2' };
const nothing = { network: null, linkId: null, utm: null, adId: null };
const brought = {
  item: { id: 'i1' },
  source: { ...nothing, network: 'facebook', linkId: 'k1', utm: { campaign: 'nov' } },
};

describe('where a customer came from', () => {
  it('is what brought the lead, whatever the conversation says', () => {
    const trace = { network: 'facebook', linkId: 'k1', itemId: 'i1', utm: { campaign: 'nov' }, adId: null };
    expect(traceOf(brought, marked)).toEqual(trace);
    expect(traceOf({ item: null, source: { ...nothing, adId: 'ad-7' } }, NOBODY)).toMatchObject({ adId: 'ad-7' });
  });

  it('is what the conversation remembers when the lead came by itself, or there is none', () => {
    const trace = { network: 'tiktok', linkId: 'k2', itemId: 'i2', utm: null, adId: null };
    expect(traceOf({ item: { id: 'i1' }, source: nothing }, marked)).toEqual(trace);
    expect(traceOf(undefined, marked)).toEqual(trace);
    expect(traceOf(undefined, NOBODY)).toBeNull();
  });

  const links = new Map([['k1', { id: 'k1', name: 'Bio', utm: { source: 'fb', campaign: 'bio', term: null } }]]);
  const items = new Map([['i1', { id: 'i1', name: 'Sofá', price: null }]]);
  const trace = { network: 'facebook', linkId: 'k1', itemId: 'i1', utm: null, adId: null };

  it('has names, and the parameters of the link where no click brought others', () => {
    expect(namedOrigin(trace, links, items)).toEqual({
      network: 'facebook',
      link: { id: 'k1', name: 'Bio' },
      item: { id: 'i1', name: 'Sofá', price: null },
      utm: { source: 'fb', campaign: 'bio', term: null },
      adId: null,
    });
    expect(namedOrigin({ ...trace, utm: { campaign: 'nov' } }, links, items).utm).toEqual({ campaign: 'nov' });
  });

  it('keeps the network of a link and an item that are gone', () => {
    expect(namedOrigin(trace, new Map(), new Map())).toEqual({
      network: 'facebook',
      link: null,
      item: null,
      utm: null,
      adId: null,
    });
  });
});
