import { fileURLToPath } from 'node:url';

export const projectRoot = fileURLToPath(new URL('../../../..', import.meta.url));

/** An address that `npm test` gives. @throws when the journeys are started without it. */
export function given(name: 'TEST_DATABASE_URL' | 'TEST_REDIS_URL'): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set: run the journeys with "npm test -- --only e2e"`);
  return value;
}
