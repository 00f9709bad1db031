import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { type Permission, PERMISSIONS, type Role, RoutePermissions } from '../modules/auth/index.js';
import { Sql } from '../platform/database/sql.js';
import { keptRows } from './kept-rows.js';
import type { TestAnswer, TestApp } from './test-app.js';
import { keyWith, signedInPerson } from './test-people.js';

/** Who may use a route, by the first letters of the roles (a, s, v for advisor, m), and the scope that lets a key in. */
export interface Access {
  roles: string;
  /** `any`: every key; `none`: no key at all. */
  key: Permission | 'any' | 'none';
}

const LETTERS: Readonly<Record<Role, string>> = { admin: 'a', supervisor: 's', advisor: 'v', marketing: 'm' };
const ROLES = Object.keys(LETTERS) as Role[];
type Method = 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';

/**
 * Walks routes by everybody. The table is written by hand, apart from the code, as `GET /users/:id`; it must name every
 * route below the prefixes. A refusal tells nothing and writes nothing to `tables`.
 */
export function describeAccess(
  hostOf: () => TestApp,
  prefixes: readonly string[],
  table: Readonly<Record<string, Access>>,
  tables: readonly string[],
): void {
  const routes = Object.entries(table).map(([route, access]) => ({ route, ...access }));
  const ask = (route: string, headers: Record<string, string>): Promise<TestAnswer<Record<string, unknown>>> => {
    const [method = '', path = ''] = route.split(' ');
    const concrete = path.replace(/:\w+/g, () => randomUUID());
    const body = method === 'GET' || method === 'DELETE' ? {} : { body: {} };
    return hostOf().request({ method: method as Method, path: concrete, headers, ...body });
  };
  const refusals = async (
    headers: Record<string, string>,
    refused: (access: Access) => boolean,
  ): Promise<{ route: string; status: number; code: unknown; says: string }[]> => {
    const answers = [];
    for (const { route } of routes.filter(refused)) {
      const { status, body, text } = await ask(route, headers);
      answers.push({ route, status, code: body['code'], says: text });
    }
    return answers;
  };
  const expectRefused = async (
    headers: Record<string, string>,
    refused: (access: Access) => boolean,
    status: number,
  ) => {
    const sql = hostOf().get(Sql);
    const before = await keptRows(sql, tables);
    const answers = await refusals(headers, refused);
    const code = status === 401 ? 'unauthorized' : 'forbidden';
    expect(answers.map(({ says: _, ...answer }) => answer)).toEqual(
      routes.filter(refused).map(({ route }) => ({ route, status, code })),
    );
    for (const { says } of answers) for (const permission of PERMISSIONS) expect(says).not.toContain(permission);
    expect(await keptRows(sql, tables)).toEqual(before);
  };
  const expectLetIn = async (headers: Record<string, string>, allowed: (access: Access) => boolean) => {
    for (const { route } of routes.filter(allowed)) {
      const { status } = await ask(route, headers);
      expect({ route, refused: status === 401 || status === 403, failed: status >= 500 }).toEqual({
        route,
        refused: false,
        failed: false,
      });
    }
  };

  it('the table names every route, once', () => {
    const listed = hostOf()
      .get(RoutePermissions)
      .list()
      .filter(({ path, access }) => access?.kind !== 'public' && prefixes.some((prefix) => path.startsWith(prefix)))
      .map(({ method, path }) => `${method} ${path}`);
    expect(Object.keys(table).sort()).toEqual(listed.sort());
  });

  it('who does not say who they are gets nowhere', () => expectRefused({}, () => true, 401));

  describe.each(ROLES)('somebody who is %s', (role) => {
    let headers: Record<string, string>;
    beforeAll(async () => {
      headers = (await signedInPerson(hostOf(), [role])).headers;
    });

    it('is refused what is not theirs, without a reason and without a trace', () =>
      expectRefused(headers, ({ roles }) => !roles.includes(LETTERS[role]), 403));

    it('is let in everywhere else', () => expectLetIn(headers, ({ roles }) => roles.includes(LETTERS[role])));
  });

  it('a key is let in where its scope is the one that is asked for', async () => {
    for (const scope of new Set(routes.map(({ key }) => key))) {
      if (scope === 'none') continue;
      const { headers } = await keyWith(hostOf(), [scope === 'any' ? 'simulator:use' : scope]);
      await expectLetIn(headers, ({ key }) => key === scope || key === 'any');
    }
  });

  it('a key with every other scope is refused', async () => {
    for (const scope of new Set(routes.map(({ key }) => key))) {
      if (scope === 'any') continue;
      const { headers } = await keyWith(
        hostOf(),
        PERMISSIONS.filter((permission) => permission !== scope),
      );
      await expectRefused(headers, ({ key }) => key === scope, 403);
    }
  });
}
