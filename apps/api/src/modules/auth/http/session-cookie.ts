import { SESSION_LIFE_MS } from '../domain/session-life.js';

export const SESSION_COOKIE = 'hilo_session';

const TOKEN_FORM = /^[A-Za-z0-9_-]{43}$/;

/** The session token of a `Cookie` header; undefined when there is none or it cannot be one of ours. */
export function sessionTokenOf(header: string | undefined): string | undefined {
  for (const pair of (header ?? '').split(';')) {
    const equals = pair.indexOf('=');
    if (equals > 0 && pair.slice(0, equals).trim() === SESSION_COOKIE) {
      const value = pair.slice(equals + 1).trim();
      if (TOKEN_FORM.test(value)) return value;
    }
  }
  return undefined;
}

const attributes = (secure: boolean): string => `Path=/; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`;

export const sessionCookie = (token: string, secure: boolean): string =>
  `${SESSION_COOKIE}=${token}; ${attributes(secure)}; Max-Age=${SESSION_LIFE_MS / 1000}`;

export const endedSessionCookie = (secure: boolean): string => `${SESSION_COOKIE}=; ${attributes(secure)}; Max-Age=0`;
