import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type ApiClient, apiClient } from './testing/api-client.js';
import { conversationWith } from './testing/conversation.js';
import { NOBODYS_ID, type Operation, operationsOf, readDocument } from './testing/operations.js';
import { openStage, type Stage } from './testing/stage.js';
import { until } from './testing/until.js';

const ROLES = ['admin', 'supervisor', 'advisor', 'marketing'] as const;

/** What each role may not touch, by the first part of the path: the table of permissions, seen from outside. */
const CLOSED: Readonly<Record<string, readonly { path: RegExp; methods?: RegExp }[]>> = {
  supervisor: [{ path: /^\/api\/v1\/users$/, methods: /POST/ }, { path: /^\/api\/v1\/users\/\{id\}/, methods: /PATCH|POST|DELETE/ }, { path: /^\/api\/v1\/api-keys/ }, { path: /^\/api\/v1\/channels/, methods: /POST|PATCH|DELETE/ }],
  advisor: [
    { path: /^\/api\/v1\/api-keys/ }, { path: /^\/api\/v1\/audit/ }, { path: /^\/api\/v1\/webhook-events/ }, { path: /^\/api\/v1\/users/, methods: /POST|PATCH|DELETE/ }, { path: /^\/api\/v1\/teams/, methods: /POST|PATCH|DELETE/ },
    { path: /^\/api\/v1\/channels/, methods: /POST|PATCH|DELETE/ }, { path: /^\/api\/v1\/settings/, methods: /PUT|PATCH/ }, { path: /^\/api\/v1\/catalogue/, methods: /POST|PATCH|DELETE/ }, { path: /^\/api\/v1\/links/, methods: /POST|PATCH|DELETE/ }, { path: /^\/api\/v1\/templates\/sync/ },
  ],
  marketing: [
    { path: /^\/api\/v1\/api-keys/ }, { path: /^\/api\/v1\/audit/ }, { path: /^\/api\/v1\/webhook-events/ }, { path: /^\/api\/v1\/users/, methods: /POST|PATCH|DELETE/ }, { path: /^\/api\/v1\/channels/, methods: /POST|PATCH|DELETE/ },
    { path: /^\/api\/v1\/conversations\/\{id\}\/(messages|notes|assign|claim|draft|assistant)/, methods: /POST|PUT/ }, { path: /^\/api\/v1\/conversations\/\{id\}$/, methods: /PATCH/ }, { path: /^\/api\/v1\/leads/, methods: /POST|PATCH|PUT/ }, { path: /^\/api\/v1\/settings/, methods: /PUT|PATCH/ }, { path: /^\/api\/v1\/catalogue/, methods: /POST|PATCH|DELETE/ },
  ],
};

let stage: Stage;
let operations: Operation[];
const clients = new Map<string, ApiClient>();
beforeAll(async () => {
  stage = await openStage();
  operations = operationsOf(await readDocument(stage));
  for (const role of ROLES) clients.set(role, await stage.person(`Persona ${role}`, role));
}, 120_000);
afterAll(() => stage?.close(), 30_000);

/** Ending sessions would end the walk. */
const walked = (): Operation[] => operations.filter(({ path }) => !/\/auth\/|\/me\/sessions|simulator/.test(path));

async function walk(client: ApiClient, over: readonly Operation[]): Promise<{ operation: string; path: string; method: string; status: number; code: string | undefined }[]> {
  const answers = [];
  for (const { method, address, path } of over) {
    const answer = method === 'GET' ? await client.get<{ code?: string }>(address) : await client.send<{ code?: string }>(method, address, {});
    answers.push({ operation: `${method} ${path}`, path, method, status: answer.status, code: answer.body?.code });
  }
  return answers;
}

describe('every operation of the document', () => {
  it('is many', () => {
    expect(walked().length).toBeGreaterThan(60);
  });

  it('is 401 for nobody, but the open ones', async () => {
    const answers = await walk(apiClient(stage.origin), operations.filter(({ open }) => !open));
    expect(answers.filter(({ status }) => status !== 401)).toEqual([]);
  });

  it.each([
    ['a made-up session', { cookie: `hilo_session=${'a'.repeat(43)}` }],
    ['a made-up key', { authorization: `Bearer hilo_${'a'.repeat(43)}` }],
    ['a key of another kind', { authorization: 'Basic YWRtaW46YWRtaW4=' }],
  ])('is 401 for %s', async (_who, headers) => {
    const answers = await walk(apiClient(stage.origin, headers), operations.filter(({ open }) => !open));
    expect(answers.filter(({ status }) => status !== 401)).toEqual([]);
  });

  it.each(ROLES)('never fails for the role %s, and says 403 where it is closed', async (role) => {
    const answers = await walk(clients.get(role) as ApiClient, walked());
    expect(answers.filter(({ status }) => status >= 500)).toEqual([]);
    expect(answers.filter(({ status }) => status === 401)).toEqual([]);
    const closed = CLOSED[role] ?? [];
    const shouldBeClosed = answers.filter(({ path, method }) => closed.some((one) => one.path.test(path) && (one.methods?.test(method) ?? true)));
    expect(shouldBeClosed.filter(({ status }) => status !== 403)).toEqual([]);
    if (role === 'admin') expect(answers.filter(({ status }) => status === 403)).toEqual([]);
  });

  it('is closed to a key whose scope it does not ask for', async () => {
    const key = await stage.system('analytics:read');
    const answers = await walk(key, operations.filter(({ open }) => !open));
    const let_in = answers.filter(({ status }) => ![401, 403].includes(status));
    // What every signed-in party may read.
    expect(let_in.filter(({ operation }) => !/^GET \/api\/v1\/(me|settings|users|teams|stores|notifications|sync|search|analytics|channels|system)/.test(operation))).toEqual([]);
    expect(let_in.filter(({ status }) => status >= 500)).toEqual([]);
  });

  it('never fails for a key that may do everything, which has no conversations or sessions of its own', async () => {
    const made = await stage.admin.get<{ permissions: string[] }>('/me');
    const key = await stage.system(...made.body.permissions);
    const answers = await walk(key, walked());
    expect(answers.filter(({ status }) => status >= 500)).toEqual([]);
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
    const answers = await walk(diego, about.map((one) => ({ ...one, address: one.path.slice('/api/v1'.length).replace('{id}', id).replaceAll(/\{\w+\}/g, NOBODYS_ID) })));
    expect(answers.filter(({ status }) => ![404, 403, 400].includes(status))).toEqual([]);
    expect(answers.filter(({ method, status }) => method === 'GET' && status !== 404)).toEqual([]);
    expect((await stage.admin.get(`/conversations/${id}`)).body).toEqual(before);
  });
});
