import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { planEnquiries, type Enquiry, type Known, type KnownLead } from './plan-enquiries.js';

const enquiry = (over: Partial<Enquiry> = {}): Enquiry => ({
  conversationId: 'v1',
  contactId: 'c1',
  messageId: 'm1',
  source: 'direct',
  network: null,
  linkId: null,
  clickId: null,
  itemId: null,
  adId: null,
  at: '2026-11-20T10:00:00Z',
  ...over,
});
const byLink = (over: Partial<Enquiry> = {}) =>
  enquiry({ source: 'link', network: 'tiktok', linkId: 'l1', clickId: 'k1', itemId: 'i1', ...over });
const lead = (over: Partial<KnownLead> = {}): KnownLead => ({
  id: 'x1',
  contactId: 'c1',
  itemId: null,
  conversationId: 'v1',
  source: 'direct',
  openedByMessage: 'm0',
  open: true,
  ...over,
});
const plan = (enquiries: Enquiry[], known: Partial<Known> = {}) => {
  let made = 0;
  return planEnquiries(enquiries, { leads: [], anonymous: new Map(), ...known }, () => `new${(made += 1)}`);
};
const brief = (steps: ReturnType<typeof plan>) => steps.map(({ kind, leadId }) => `${kind} ${leadId}`);

describe('planEnquiries', () => {
  it('opens a lead for a first enquiry', () => {
    expect(brief(plan([enquiry()]))).toEqual(['open new1']);
  });

  it('claims the anonymous lead of the click', () => {
    expect(brief(plan([byLink()], { anonymous: new Map([['k1', 'a1']]) }))).toEqual(['claim a1']);
  });

  it('opens one when the click has no lead, or when another message claimed it', () => {
    expect(brief(plan([byLink()]))).toEqual(['open new1']);
    expect(brief(plan([byLink({ clickId: null })], { anonymous: new Map([['k1', 'a1']]) }))).toEqual(['open new1']);
  });

  it('enriches the open lead on the same item, which absorbs the anonymous one', () => {
    expect(
      plan([byLink({ messageId: 'm2' })], { leads: [lead({ itemId: 'i1' })], anonymous: new Map([['k1', 'a1']]) }),
    ).toMatchObject([{ kind: 'enrich', leadId: 'x1', absorbs: 'a1' }]);
  });

  it('opens another for another item, and for another person', () => {
    const known = { leads: [lead({ itemId: 'i1' })] };
    expect(brief(plan([byLink({ itemId: 'i2' })], known))).toEqual(['open new1']);
    expect(brief(plan([byLink({ contactId: 'c2' })], known))).toEqual(['open new1']);
  });

  it('opens another when the first is closed', () => {
    expect(brief(plan([enquiry({ messageId: 'm2' })], { leads: [lead({ open: false })] }))).toEqual(['open new1']);
  });

  it('gives an enquiry without an item to the lead of its conversation, else to the latest one going on', () => {
    const leads = [
      lead({ id: 'x1', itemId: 'i1', conversationId: 'v9' }),
      lead({ id: 'x2', itemId: 'i2', conversationId: 'v1' }),
    ];
    expect(brief(plan([enquiry({ messageId: 'm2' })], { leads }))).toEqual(['enrich x2']);
    expect(brief(plan([enquiry({ messageId: 'm2', conversationId: 'v3' })], { leads }))).toEqual(['enrich x1']);
  });

  it('sees the leads that the same batch opens', () => {
    expect(brief(plan([byLink(), byLink({ messageId: 'm2', clickId: null }), enquiry({ messageId: 'm3' })]))).toEqual([
      'open new1',
      'enrich new1',
      'enrich new1',
    ]);
  });

  it('explains what had seemed direct, and only once', () => {
    const known = { leads: [lead({ openedByMessage: 'm1' })], anonymous: new Map([['k1', 'a1']]) };
    expect(plan([byLink(), byLink()], known)).toMatchObject([
      { kind: 'explain', leadId: 'x1', itemId: 'i1', absorbs: 'a1' },
    ]);
  });

  it('leaves the item open when another lead is already about it', () => {
    const leads = [lead({ openedByMessage: 'm1' }), lead({ id: 'x2', itemId: 'i1' })];
    expect(plan([byLink()], { leads })).toMatchObject([{ kind: 'explain', leadId: 'x1', itemId: null }]);
  });

  it('does nothing when an enquiry is told twice', () => {
    expect(plan([enquiry(), enquiry()])).toHaveLength(1);
  });

  it('whatever comes: at most one open lead per contact and item, and a click is claimed at most once', () => {
    const some = fc.record({
      contactId: fc.constantFrom('c1', 'c2'),
      conversationId: fc.constantFrom('v1', 'v2'),
      itemId: fc.constantFrom(null, 'i1', 'i2'),
      clickId: fc.constantFrom(null, 'k1', 'k2'),
    });
    fc.assert(
      fc.property(fc.array(some, { maxLength: 20 }), (rows) => {
        const enquiries = rows.map((row, index) =>
          enquiry({ ...row, messageId: `m${index}`, source: row.clickId ? 'link' : 'direct' }),
        );
        const steps = plan(enquiries, {
          anonymous: new Map([
            ['k1', 'a1'],
            ['k2', 'a2'],
          ]),
        });
        const begun = steps
          .filter(({ kind }) => kind === 'open' || kind === 'claim')
          .map((step) => `${step.enquiry.contactId} ${step.enquiry.itemId}`);
        expect(new Set(begun).size).toBe(begun.length);
        const used = steps.flatMap((step) =>
          step.kind === 'claim' ? [step.leadId] : step.kind === 'enrich' && step.absorbs ? [step.absorbs] : [],
        );
        expect(new Set(used).size).toBe(used.length);
        expect(steps).toHaveLength(enquiries.length);
      }),
    );
  });
});
