import { describe, expect, it } from '@jest/globals';
import { maySee, viewerOf, type ViewedLead } from './lead-viewer.js';

const user = (roles: string[], permissions: string[] = [], teamIds: string[] = []) =>
  viewerOf({ kind: 'user', id: 'me', roles, teamIds, permissions: new Set(permissions) });
const lead = (over: Partial<ViewedLead> = {}): ViewedLead => ({
  assigneeId: 'other',
  source: 'direct',
  conversationTeamId: null,
  conversationAssigneeId: null,
  ...over,
});

describe('maySee', () => {
  it.each([
    ['their own', { assigneeId: 'me' }, true],
    ['one of their conversation', { conversationAssigneeId: 'me' }, true],
    ['one nobody holds', { assigneeId: null }, true],
    ["one of their team's", { conversationTeamId: 't1' }, true],
    ["another's", {}, false],
    ["another team's", { conversationTeamId: 't2' }, false],
    ["another's that a link brought", { source: 'link' }, false],
  ])('shows an advisor %s: %j', (_, over, expected) => {
    expect(maySee(user(['advisor'], [], ['t1']), lead(over))).toBe(expected);
  });

  it.each([
    ['link', true],
    ['ad', true],
    ['campaign', true],
    ['direct', false],
    ['manual', false],
  ])('marketing sees what a %s brought: %s', (source, expected) => {
    expect(maySee(user(['marketing']), lead({ source, assigneeId: null }))).toBe(expected);
  });

  it('two roles see what either sees', () => {
    const both = user(['advisor', 'marketing']);
    expect([
      maySee(both, lead({ source: 'ad' })),
      maySee(both, lead({ assigneeId: 'me' })),
      maySee(both, lead()),
    ]).toEqual([true, true, false]);
  });

  it('who may read all sees all', () => {
    expect(maySee(user(['supervisor'], ['leads:read-all']), lead())).toBe(true);
    expect(maySee(viewerOf({ kind: 'key', id: 'k', permissions: new Set(['leads:read-all']) }), lead())).toBe(true);
  });

  it('a key without that sees only what nobody holds', () => {
    const key = viewerOf({ kind: 'key', id: 'k', permissions: new Set(['leads:read']) });
    expect([
      maySee(key, lead({ assigneeId: null })),
      maySee(key, lead({ source: 'link' })),
      maySee(key, lead({ assigneeId: 'k' })),
    ]).toEqual([true, false, false]);
  });
});
