import { describe, expect, it } from '@jest/globals';
import { roomsOfLead } from './lead-rooms.js';

describe('roomsOfLead', () => {
  it.each([
    [{ assigneeId: 'u1', source: 'direct', teamId: null, left: null }, ['leads:all', 'user:u1']],
    [{ assigneeId: null, source: 'direct', teamId: null, left: null }, ['leads:all', 'inbox:unassigned']],
    [{ assigneeId: 'u1', source: 'link', teamId: 't1', left: 'u2' }, ['leads:all', 'user:u1', 'team:t1', 'user:u2', 'inbox:attributed']],
    [{ assigneeId: null, source: 'ad', teamId: null, left: 'u2' }, ['leads:all', 'inbox:unassigned', 'user:u2', 'inbox:attributed']],
    [{ assigneeId: 'u1', source: 'manual', teamId: null, left: 'u1' }, ['leads:all', 'user:u1']],
  ])('of %j are %j', (lead, rooms) => {
    expect(roomsOfLead(lead)).toEqual(rooms);
  });
});
