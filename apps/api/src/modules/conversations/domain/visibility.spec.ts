import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { permissionsOf, type Principal, type Role } from '../../auth/index.js';
import { maySee, roomsFor, visibilityOf, type Belonging } from './visibility.js';

const person = (roles: Role[], teamIds: string[] = []): Principal => ({
  kind: 'user',
  id: 'me',
  name: 'Me',
  roles,
  teamIds,
  permissions: permissionsOf(roles),
});
const sees = (principal: Principal, over: Partial<Belonging>): boolean =>
  maySee(visibilityOf(principal), { assigneeId: null, teamId: null, sourceNetwork: null, ...over });

describe('who sees a conversation', () => {
  it.each<[string, Principal, Partial<Belonging>, boolean]>([
    ['an advisor their own', person(['advisor']), { assigneeId: 'me' }, true],
    ['an advisor nobody’s', person(['advisor']), {}, true],
    ['an advisor their team’s', person(['advisor'], ['t']), { assigneeId: 'other', teamId: 't' }, true],
    ['an advisor another’s', person(['advisor']), { assigneeId: 'other' }, false],
    ['an advisor another team’s queue', person(['advisor'], ['t']), { teamId: 'u' }, false],
    ['marketing what a link brought', person(['marketing']), { assigneeId: 'other', sourceNetwork: 'facebook' }, true],
    ['marketing what came by itself', person(['marketing']), { sourceNetwork: 'direct' }, false],
    ['marketing nobody’s', person(['marketing']), {}, false],
    ['a supervisor everything', person(['supervisor']), { assigneeId: 'other', teamId: 'u' }, true],
    [
      'a key what its scope says',
      { kind: 'key', id: 'k', name: 'k', permissions: new Set(['conversations:read']) },
      { assigneeId: 'other' },
      true,
    ],
  ])('%s', (_, principal, belonging, expected) => {
    expect(sees(principal, belonging)).toBe(expected);
  });

  it('agrees with the rooms that sockets are put into', () => {
    const id = fc.constantFrom('me', 'other', null);
    const team = fc.constantFrom('t', 'u', null);
    const roles = fc.subarray<Role>(['advisor', 'marketing', 'supervisor', 'admin'], { minLength: 1 });
    fc.assert(
      fc.property(
        id,
        team,
        fc.constantFrom('facebook', 'direct', null),
        roles,
        fc.subarray(['t', 'u']),
        (assigneeId, teamId, sourceNetwork, held, teamIds) => {
          const principal = person(held, teamIds);
          const mine = new Set([
            'user:me',
            ...teamIds.map((t) => `team:${t}`),
            ...(principal.permissions.has('conversations:read-all') ? ['inbox:all'] : []),
            ...(held.includes('advisor') ? ['inbox:unassigned'] : []),
            ...(held.includes('marketing') ? ['inbox:attributed'] : []),
          ]);
          const heard = roomsFor({ assigneeId, teamId, sourceNetwork }).some((room) => mine.has(room));
          const seen = sees(principal, { assigneeId, teamId, sourceNetwork });
          // Somebody without the advisor's role is in their own and their teams' rooms all the same, and sees those conversations only as an advisor.
          if (held.includes('advisor') || principal.permissions.has('conversations:read-all')) expect(heard).toBe(seen);
          else if (seen) expect(heard).toBe(true);
        },
      ),
    );
  });
});
