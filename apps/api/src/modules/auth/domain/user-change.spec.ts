import { describe, expect, it } from '@jest/globals';
import { decideAccessChange, type AccessChange } from './user-change.js';

const change = (over: Partial<AccessChange>): AccessChange => ({
  before: { active: true, roles: ['advisor'] },
  after: { active: true, roles: ['advisor'] },
  self: false,
  passwordReset: false,
  otherAdministrators: 1,
  ...over,
});
const admin = { active: true, roles: ['admin'] } as const;

describe('decideAccessChange', () => {
  it('lets sessions live when access stays the same, whatever the order of the roles', () => {
    expect(
      decideAccessChange(
        change({
          before: { active: true, roles: ['advisor', 'marketing'] },
          after: { active: true, roles: ['marketing', 'advisor'] },
        }),
      ),
    ).toEqual({ kind: 'allowed', endSessions: false });
  });

  it.each<[string, Partial<AccessChange>]>([
    ['a new role', { after: { active: true, roles: ['advisor', 'supervisor'] } }],
    ['another role', { after: { active: true, roles: ['marketing'] } }],
    ['deactivation', { after: { active: false, roles: ['advisor'] } }],
    ['a new password', { passwordReset: true }],
  ])('ends sessions on %s', (_, over) => {
    expect(decideAccessChange(change(over))).toEqual({ kind: 'allowed', endSessions: true });
  });

  it.each([
    ['deactivated', { active: false, roles: ['admin'] }],
    ['demoted', { active: true, roles: ['supervisor'] }],
  ] as const)('keeps the last administrator from being %s', (_, after) => {
    expect(decideAccessChange(change({ before: admin, after, otherAdministrators: 0 }))).toMatchObject({
      kind: 'refused',
      code: 'last_administrator',
    });
    expect(decideAccessChange(change({ before: admin, after, otherAdministrators: 1 }))).toMatchObject({
      kind: 'allowed',
    });
  });

  it('keeps people from locking themselves out', () => {
    expect(decideAccessChange(change({ before: admin, after: { ...admin, active: false }, self: true }))).toMatchObject(
      { kind: 'refused', code: 'not_yourself' },
    );
  });

  it('lets somebody come back without ending anything', () => {
    expect(decideAccessChange(change({ before: { active: false, roles: ['advisor'] } }))).toEqual({
      kind: 'allowed',
      endSessions: false,
    });
  });
});
