import { describe, expect, it } from '@jest/globals';
import { newLeadNotices, type NewLead } from './new-lead-notices.js';

const lead = (leadId: string, over: Partial<NewLead> = {}): NewLead => ({
  leadId,
  seq: '7',
  assigneeId: null,
  teamId: null,
  origin: 'tiktok',
  ...over,
});

describe('newLeadNotices', () => {
  it('tells whoever got it, else its team, else all who take leads', () => {
    const notices = newLeadNotices([
      lead('l1', { assigneeId: 'u1', teamId: 't1' }),
      lead('l2', { teamId: 't1' }),
      lead('l3'),
    ]);
    expect(notices.map(({ leadId, to }) => [leadId, to])).toEqual([
      ['l1', { userIds: ['u1'] }],
      ['l2', { teamId: 't1' }],
      ['l3', { permission: 'leads:write' }],
    ]);
  });

  it('makes one notice of many, for each who is told', () => {
    const many = Array.from({ length: 100 }, (_, index) => lead(`l${index}`));
    const notices = newLeadNotices([...many, lead('mine', { assigneeId: 'u1' })]);
    expect(notices).toEqual([
      {
        to: { permission: 'leads:write' },
        leadId: null,
        count: 100,
        origin: null,
        purposeKey: 'new-leads-everybody-7',
      },
      { to: { userIds: ['u1'] }, leadId: 'mine', count: 1, origin: 'tiktok', purposeKey: 'new-lead-mine' },
    ]);
  });

  it('has one purpose for a lead, however often it is told', () => {
    expect(newLeadNotices([lead('l1')])[0]?.purposeKey).toBe(newLeadNotices([lead('l1', { seq: '9' })])[0]?.purposeKey);
  });
});
