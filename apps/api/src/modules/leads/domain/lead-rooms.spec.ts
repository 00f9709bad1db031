import { describe, expect, it } from '@jest/globals';
import { roomsOfLead, type SeenLead } from './lead-rooms.js';

const lead = (over: Partial<SeenLead> = {}): SeenLead => ({
  assigneeId: null,
  source: 'direct',
  conversationAssigneeId: null,
  conversationTeamId: null,
  ...over,
});

describe('roomsOfLead', () => {
  it.each([
    [{ assigneeId: 'u1' }, ['leads:all', 'user:u1']],
    [{}, ['leads:all', 'inbox:unassigned']],
    [
      { assigneeId: 'u1', source: 'link', conversationTeamId: 't1', conversationAssigneeId: 'u2' },
      ['leads:all', 'user:u1', 'user:u2', 'team:t1', 'inbox:attributed'],
    ],
    [{ source: 'ad' }, ['leads:all', 'inbox:unassigned', 'inbox:attributed']],
    [{ assigneeId: 'u1', source: 'manual', conversationAssigneeId: 'u1' }, ['leads:all', 'user:u1']],
  ])('of %j are %j', (over, rooms) => {
    expect(roomsOfLead(lead(over))).toEqual(rooms);
  });
});
