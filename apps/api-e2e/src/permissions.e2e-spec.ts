import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type ApiClient, apiClient } from './testing/api-client.js';
import { conversationWith } from './testing/conversation.js';
import { NOBODYS_ID, type Operation, operationsOf, readDocument } from './testing/operations.js';
import { openStage, type Stage } from './testing/stage.js';
import { until } from './testing/until.js';
import { isOpenToAll, keyMay, LETTERS, type Role, roleMay, WHO_MAY } from './testing/who-may.js';

const ROLES = Object.keys(LETTERS) as Role[];

let stage: Stage;
let operations: Operation[];
beforeAll(async () => {
  stage = await openStage();
  // Signing out ends the walk of whoever does it.
  operations = operationsOf(await readDocument(stage)).sort(
    (one, other) => Number(one.path.endsWith('/sign-out')) - Number(other.path.endsWith('/sign-out')),
  );
}, 120_000);
afterAll(() => stage?.close(), 30_000);

const nameOf = ({ method, path }: Operation): string => `${method} ${path.slice('/api/v1'.length)}`;

const ask = ({ method, address }: Operation, client: ApiClient) =>
  method === 'GET' ? client.get<{ code?: string }>(address) : client.send<{ code?: string }>(method, address, {});

type Verdict = 'open' | 'closed' | 'unknown' | `failed ${number}` | `closed as ${string}`;

/** What the door said, by operation. Whoever is let in with made-up ids and an empty body may well be told 400 or 404 behind it. */
async function walk(client: ApiClient): Promise<Record<string, Verdict>> {
  const verdicts: Record<string, Verdict> = {};
  for (const operation of operations) {
    const { status, body } = await ask(operation, client);
    verdicts[nameOf(operation)] = verdictOf(status, body?.code);
  }
  return verdicts;
}

function verdictOf(status: number, code: string | undefined): Verdict {
  if (status >= 500) return `failed ${status}`;
  if (status === 401) return 'unknown';
  if (status !== 403) return 'open';
  return code === 'forbidden' ? 'closed' : `closed as ${code}`;
}

const decided = (may: (operation: string) => boolean, otherwise: Verdict = 'closed'): Record<string, Verdict> =>
  Object.fromEntries(operations.map(nameOf).map((operation) => [operation, may(operation) ? 'open' : otherwise]));

describe('every operation of the document', () => {
  it('has somebody who decided whom it lets in, and no decision is left over', () => {
    expect(Object.keys(WHO_MAY).sort()).toEqual(operations.map(nameOf).sort());
  });

  it('is described as it was decided: open to the world, to keys, or to people alone', () => {
    const described = operations.map((operation) => [nameOf(operation), operation.open, operation.keys]);
    expect(described).toEqual(
      operations
        .map(nameOf)
        .map((operation) => [
          operation,
          isOpenToAll(operation),
          !isOpenToAll(operation) && !WHO_MAY[operation]?.endsWith(' none'),
        ]),
    );
  });

  it.each([
    ['nobody', {}],
    ['a made-up session', { cookie: `hilo_session=${'a'.repeat(43)}` }],
    ['a made-up key', { authorization: `Bearer hilo_${'a'.repeat(43)}` }],
    ['a key of another kind', { authorization: 'Basic YWRtaW46YWRtaW4=' }],
  ])('is 401 for %s, but the open ones', async (_who, headers) => {
    expect(await walk(apiClient(stage.origin, headers))).toEqual(decided(isOpenToAll, 'unknown'));
  });

  it.each(ROLES)('is open to the role %s where the table says so, and closed everywhere else', async (role) => {
    const client = await stage.person(`Persona ${role}`, role);
    expect(await walk(client)).toEqual(decided((operation) => roleMay(role, operation)));
  });

  it('is open to somebody of two roles where one of them opens it', async () => {
    const client = await stage.person('Persona de dos papeles', 'advisor', 'marketing');
    expect(await walk(client)).toEqual(
      decided((operation) => roleMay('advisor', operation) || roleMay('marketing', operation)),
    );
  });

  it('is open to a key of each scope where the table says so, and closed everywhere else', async () => {
    const { permissions: scopes } = (await stage.admin.get<{ permissions: string[] }>('/me')).body;
    expect(scopes.length).toBeGreaterThan(20);
    for (const scope of scopes) {
      const verdicts = await walk(await stage.system(scope));
      expect({ scope, verdicts }).toEqual({ scope, verdicts: decided((operation) => keyMay(scope, operation)) });
    }
  });

  it('is open to a key of every scope, but where a person is needed', async () => {
    const { permissions: scopes } = (await stage.admin.get<{ permissions: string[] }>('/me')).body;
    const verdicts = await walk(await stage.system(...scopes));
    expect(verdicts).toEqual(decided((operation) => scopes.some((scope) => keyMay(scope, operation))));
  });
});

describe('what is not yours', () => {
  it('does not exist for an advisor: another`s conversation is 404 everywhere, and stays as it was', async () => {
    const diego = await stage.person('Diego Castro', 'advisor');
    const paula = await stage.person('Paula Mendoza', 'advisor');
    await stage.provider.write('593991119999', 'Ana', { type: 'text', text: 'Hola' });
    const { id } = await conversationWith(stage.admin, '593991119999');
    expect((await paula.send('POST', `/conversations/${id}/claim`)).status).toBe(200);
    // Its lead is put on it a moment after it opened; from then on nobody touches it.
    const before = await until('the conversation shows its lead', async () => {
      const { body } = await stage.admin.get<{ lead: object | null }>(`/conversations/${id}`);
      return body.lead ? body : undefined;
    });
    const about = operations.filter(({ path }) => path.startsWith('/api/v1/conversations/{id}'));
    expect(about.length).toBeGreaterThan(10);
    for (const one of about) {
      const address = one.path
        .slice('/api/v1'.length)
        .replace('{id}', id)
        .replaceAll(/\{\w+\}/g, NOBODYS_ID);
      const { status } = await ask({ ...one, address }, diego);
      // A body that is empty may be refused before anybody looks for the conversation.
      expect({ operation: nameOf(one), status }).toEqual({
        operation: nameOf(one),
        status: one.method === 'GET' || status !== 400 ? 404 : 400,
      });
    }
    expect((await stage.admin.get(`/conversations/${id}`)).body).toEqual(before);
  });
});
