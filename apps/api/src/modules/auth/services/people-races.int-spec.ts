import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createTestApp, type TestApp } from '../../../testing/test-app.js';
import { whileUncommitted } from '../../../testing/while-uncommitted.js';
import { AuthHttpModule } from '../auth-http.module.js';
import { PERMISSIONS } from '../domain/permissions.js';
import type { Principal } from '../domain/principal.js';
import { Users } from '../persistence/users.repository.js';
import { ChangeUser } from './change-user.js';
import { CreateUser } from './create-user.js';
import { Teams } from './teams.js';
import { UserDirectory } from './user-directory.js';

const erp: Principal = { kind: 'key', id: randomUUID(), name: 'ERP', permissions: new Set(PERMISSIONS) };
let host: TestApp;
let teams: Teams;

const user = (email: string): Promise<string> =>
  host.get(CreateUser).create('system', { name: 'Ana', email, password: 'lluvia-sobre-quito', roles: ['advisor'] });

beforeAll(async () => {
  host = await createTestApp([AuthHttpModule]);
  teams = host.get(Teams);
});
afterAll(() => host.close());

describe('two who want one name for a team at the same moment', () => {
  it('both new: the second is told that it is taken', async () => {
    const outcome = await whileUncommitted(
      host,
      () => teams.create(erp, 'Norte'),
      () => teams.create(erp, 'norte'),
    );
    expect(outcome).toMatchObject({ status: 'rejected', reason: { code: 'team_name_taken', status: 409 } });
  });

  it('both renamed: the second is told as well', async () => {
    const [one, two] = [await teams.create(erp, 'Uno'), await teams.create(erp, 'Dos')];
    const outcome = await whileUncommitted(
      host,
      () => teams.change(erp, one.id, undefined, { name: 'Sur' }),
      () => teams.change(erp, two.id, undefined, { name: 'sur' }),
    );
    expect(outcome).toMatchObject({ status: 'rejected', reason: { code: 'team_name_taken', status: 409 } });
    expect((await teams.byId(two.id)).name).toBe('Dos');
  });
});

describe('two who want one e-mail at the same moment', () => {
  it('the second is told that it is taken', async () => {
    const outcome = await whileUncommitted(
      host,
      () => user('una@tienda.test'),
      () => user('UNA@tienda.test'),
    );
    expect(outcome).toMatchObject({ status: 'rejected', reason: { code: 'email_taken', status: 409 } });
  });
});

describe('two who change one person at the same moment', () => {
  it('the second waits and keeps what the first wrote', async () => {
    const id = await user(`${randomUUID()}@tienda.test`);
    const change = host.get(ChangeUser);
    const outcome = await whileUncommitted(
      host,
      () => change.change(erp, id, undefined, { capacity: 7 }),
      () => change.change(erp, id, undefined, { skills: ['motos'] }),
    );
    expect(outcome.status).toBe('fulfilled');
    expect(await host.get(UserDirectory).byId(id)).toMatchObject({ capacity: 7, skills: ['motos'], version: 3 });
  });

  it('does not undo what the person set for themself between reading and writing', async () => {
    const id = await user(`${randomUUID()}@tienda.test`);
    const users = host.get(Users);
    const read = await users.byId(id);
    if (!read) throw new Error('the user is missing');
    await users.mergePreferences(id, { theme: 'dark' });
    expect(await users.update(Object.assign(read, { capacity: 3 }))).toBe('done');
    expect(await users.byId(id)).toMatchObject({ capacity: 3, preferences: { theme: 'dark' }, version: 2 });
  });
});
