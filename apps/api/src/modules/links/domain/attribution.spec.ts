import { describe, expect, it } from '@jest/globals';
import { attribute, isEnquiry, tellsNothing, type CodedClick, type IncomingEnquiry } from './attribution.js';

const enquiry = (over: Partial<IncomingEnquiry> = {}): IncomingEnquiry => ({
  messageId: 'm1',
  conversationId: 'v1',
  contactId: 'c1',
  channelKind: 'whatsapp_cloud',
  opensConversation: true,
  reopens: false,
  claimCode: null,
  referral: null,
  at: '2026-11-20T10:00:00.000Z',
  ...over,
});
const click: CodedClick = {
  clickId: 'k1',
  claimCode: 'K7Q2MX',
  linkId: 'l1',
  itemId: 'i1',
  network: 'tiktok',
  claimedByMessage: null,
};
const clicks = new Map([[click.claimCode, click]]);

describe('isEnquiry', () => {
  it.each([
    [{ opensConversation: true }, true],
    [{ opensConversation: false, reopens: true }, true],
    [{ opensConversation: false, claimCode: 'K7Q2MX' }, true],
    [{ opensConversation: false, referral: { source: 'ad', sourceId: '1' } as const }, true],
    [{ opensConversation: false }, false],
  ])('%j is %s', (over, expected) => {
    expect(isEnquiry(enquiry(over))).toBe(expected);
  });
});

describe('attribute', () => {
  it('follows the code to link, network, item and click', () => {
    expect(attribute(enquiry({ claimCode: 'K7Q2MX' }), clicks, new Set())).toMatchObject({
      source: 'link',
      network: 'tiktok',
      linkId: 'l1',
      itemId: 'i1',
      clickId: 'k1',
    });
  });

  it('lets a click be claimed once, and still credits the link for the second', () => {
    const claimed = new Set<string>();
    const first = attribute(enquiry({ claimCode: 'K7Q2MX' }), clicks, claimed);
    const second = attribute(enquiry({ messageId: 'm2', contactId: 'c2', claimCode: 'K7Q2MX' }), clicks, claimed);
    expect([first.clickId, second.clickId]).toEqual(['k1', null]);
    expect(second).toMatchObject({ source: 'link', linkId: 'l1' });
  });

  it('does not claim what an earlier message claimed', () => {
    const taken = new Map([[click.claimCode, { ...click, claimedByMessage: 'm0' }]]);
    expect(attribute(enquiry({ claimCode: 'K7Q2MX' }), taken, new Set())).toMatchObject({
      source: 'link',
      clickId: null,
    });
  });

  it('prefers the code to the ad, and the ad to nothing', () => {
    const referral = { source: 'ad', sourceId: '99' } as const;
    expect(attribute(enquiry({ claimCode: 'K7Q2MX', referral }), clicks, new Set()).source).toBe('link');
    expect(attribute(enquiry({ claimCode: 'ZZZZZZ', referral }), clicks, new Set())).toMatchObject({
      source: 'ad',
      adId: '99',
      network: 'facebook',
    });
    expect(attribute(enquiry({ channelKind: 'instagram', referral }), clicks, new Set()).network).toBe('instagram');
    expect(attribute(enquiry(), clicks, new Set())).toMatchObject({ source: 'direct', network: null, adId: null });
  });
});

it('an unknown code inside a running conversation tells nothing', () => {
  const inside = enquiry({ opensConversation: false, claimCode: 'ZZZZZZ' });
  expect(tellsNothing(inside, attribute(inside, clicks, new Set()))).toBe(true);
  const known = enquiry({ opensConversation: false, claimCode: 'K7Q2MX' });
  expect(tellsNothing(known, attribute(known, clicks, new Set()))).toBe(false);
  expect(tellsNothing(enquiry(), attribute(enquiry(), clicks, new Set()))).toBe(false);
});
