import { describe, expect, it } from '@jest/globals';
import { permissionsOf, type Permission, type Role } from './permissions.js';
import type { Principal } from './principal.js';
import { assistantRoomOf, roomsOf } from './socket-rooms.js';

const user = (...roles: Role[]): Principal => ({
  kind: 'user',
  id: 'u1',
  name: 'Paula',
  roles,
  teamIds: ['t1', 't2'],
  permissions: permissionsOf(roles),
});
const key = (...scopes: Permission[]): Principal => ({
  kind: 'key',
  id: 'k1',
  name: 'ERP',
  permissions: new Set(scopes),
});
const own = ['everyone', 'user:u1', 'team:t1', 'team:t2'];

describe('roomsOf', () => {
  it.each<[Role[], string[]]>([
    [['admin'], ['inbox:all', 'leads:all']],
    [['supervisor'], ['inbox:all', 'leads:all']],
    [['advisor'], ['inbox:unassigned']],
    [['marketing'], ['inbox:attributed']],
    [
      ['advisor', 'marketing'],
      ['inbox:unassigned', 'inbox:attributed'],
    ],
  ])('%s hears its own rooms and %s', (roles, more) => {
    expect(roomsOf(user(...roles)).filter((room) => !room.startsWith('assistant:'))).toEqual([...own, ...more]);
  });

  it.each<[Role[], string[]]>([
    [['advisor'], ['user:u1', 'team:t1', 'team:t2', 'inbox:unassigned']],
    [['supervisor'], ['user:u1', 'team:t1', 'team:t2', 'inbox:all']],
    [['marketing'], []],
  ])('%s hears what the assistant suggests in %s', (roles, rooms) => {
    expect(roomsOf(user(...roles)).filter((room) => room.startsWith('assistant:'))).toEqual(rooms.map(assistantRoomOf));
  });

  it('adds the room of the session, so that it can be cut alone', () => {
    expect(roomsOf(user('advisor'), 's1')).toContain('session:s1');
  });

  it('gives a key only what its scopes hold, and nobody`s personal rooms', () => {
    expect(roomsOf(key())).toEqual(['key:k1']);
    expect(roomsOf(key('conversations:read'))).toEqual(['key:k1']);
    expect(roomsOf(key('conversations:read', 'conversations:read-all'))).toEqual(['key:k1', 'inbox:all']);
    expect(roomsOf(key('conversations:read', 'conversations:read-all', 'assistant:use'))).toEqual([
      'key:k1',
      'inbox:all',
      'assistant:inbox:all',
    ]);
    expect(roomsOf(key('assistant:use'))).toEqual(['key:k1']);
    expect(roomsOf(key('leads:read-all'))).toEqual(['key:k1']);
    expect(roomsOf(key('leads:read', 'leads:read-all'))).toEqual(['key:k1', 'leads:all']);
  });
});
