import { describe, expect, it } from '@jest/globals';
import { endedSessionCookie, sessionCookie, sessionTokenOf } from './session-cookie.js';

const token = 'A_-'.padEnd(43, 'z');

describe('sessionTokenOf', () => {
  it.each([
    [`hilo_session=${token}`, token],
    [`theme=dark; hilo_session=${token}; other=1`, token],
    [`hilo_session = ${token} `, token],
    [`hilo_session=broken; hilo_session=${token}`, token],
    [`xhilo_session=${token}`, undefined],
    [`hilo_session=${token}x`, undefined],
    ['hilo_session=', undefined],
    [';;;===', undefined],
    [undefined, undefined],
  ])('%s', (header, found) => {
    expect(sessionTokenOf(header)).toBe(found);
  });
});

describe('the cookie', () => {
  it('cannot be read by scripts, stays home and lives as long as the session', () => {
    expect(sessionCookie(token, true)).toBe(
      `hilo_session=${token}; Path=/; HttpOnly; SameSite=Lax; Secure; Max-Age=2592000`,
    );
    expect(sessionCookie(token, false)).not.toContain('Secure');
  });

  it('is taken back with the same attributes', () => {
    expect(endedSessionCookie(true)).toBe('hilo_session=; Path=/; HttpOnly; SameSite=Lax; Secure; Max-Age=0');
  });
});
