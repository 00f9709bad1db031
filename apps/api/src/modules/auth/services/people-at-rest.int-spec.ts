import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { keptRows } from '../../../testing/kept-rows.js';
import { startModules, type ModuleContext } from '../../../testing/module-context.js';
import { AuthModule } from '../auth.module.js';
import { PERMISSIONS, permissionsOf, type Role } from '../domain/permissions.js';
import { Bootstrap } from './bootstrap.js';
import { CreateUser } from './create-user.js';
import { Emails } from './emails.js';
import { Passwords } from './passwords.js';
import { People } from './people.js';

const PASSWORD = 'lluvia-sobre-quito';
let context: ModuleContext;
let people: People;

const create = (roles: Role[], name = 'Paula Mendoza', email = `${randomUUID()}@tienda.test`): Promise<string> =>
  context.module.get(CreateUser).create('system', { name, email, password: PASSWORD, roles });

beforeAll(async () => {
  context = await startModules([AuthModule]);
  people = context.module.get(People);
});
beforeEach(() => context.sql.rows('delete from app_user'));
afterAll(() => context.close());

describe('what the database keeps of a user', () => {
  it('is neither the e-mail nor the password, and two who share a password do not show it', async () => {
    const email = 'muy.secreta@tienda.test';
    const [one, other] = [await create(['advisor'], 'Uno', email), await create(['advisor'], 'Otra')];
    const rows = await keptRows(context.sql, ['app_user', 'audit_entry', 'outbox']);
    for (const secret of [email, 'muy.secreta', PASSWORD, Buffer.from(email).toString('base64')])
      expect(rows.filter((row) => row.includes(secret))).toEqual([]);
    const hashes = await context.sql.rows<{ hash: string }>(
      'select password_hash as hash from app_user where id = any($1)',
      [[one, other]],
    );
    expect(new Set(hashes.map(({ hash }) => hash)).size).toBe(2);
    for (const { hash } of hashes) expect(hash).toMatch(/^\$argon2id\$/);
  });

  it('is sealed anew each time, but found by one index whatever the case', () => {
    const emails = context.module.get(Emails);
    const [one, other] = [emails.seal(' Ana@Tienda.test '), emails.seal('ana@tienda.test')];
    expect(one).not.toBe(other);
    expect([emails.open(one), emails.open(other)]).toEqual(['ana@tienda.test', 'ana@tienda.test']);
    expect(emails.index('ANA@tienda.TEST ')).toBe(emails.index('ana@tienda.test'));
    expect(emails.index('ana@tienda.test')).not.toBe(emails.index('ana@tienda.tes'));
  });

  it('is not opened when somebody altered it', () => {
    const emails = context.module.get(Emails);
    const sealed = emails.seal('ana@tienda.test');
    const spoilt = sealed.slice(0, -2) + (sealed.endsWith('AA') ? 'BB' : 'AA');
    expect(() => emails.open(spoilt)).toThrow();
    expect(() => emails.open(sealed.replace(/^v\d+/, 'v99'))).toThrow('v99');
  });

  it('matches the password exactly, and nobody without one', async () => {
    const passwords = context.module.get(Passwords);
    const hash = await passwords.hash(PASSWORD);
    expect(await passwords.matches(hash, PASSWORD)).toBe(true);
    for (const wrong of ['', ` ${PASSWORD}`, PASSWORD.slice(1), `${PASSWORD}\u0000`])
      expect(await passwords.matches(hash, wrong)).toBe(false);
    expect(await passwords.matches(undefined, PASSWORD)).toBe(false);
    expect(await passwords.matches(undefined, '')).toBe(false);
  });
});

describe('people', () => {
  it.each<[Role, boolean]>([
    ['admin', true],
    ['supervisor', true],
    ['advisor', true],
    ['marketing', false],
  ])('who are %s can be given conversations: %s', async (role, assignable) => {
    const id = await create([role]);
    expect((await people.assignable()).map((person) => person.id)).toEqual(assignable ? [id] : []);
  });

  it('come in the order of their names, with what an assignment must know', async () => {
    await create(['advisor'], 'Zoe');
    const ana = await create(['advisor', 'marketing'], 'Ana Ruiz');
    const [first, second] = await people.assignable();
    expect(first).toEqual({
      id: ana,
      name: 'Ana Ruiz',
      initials: 'AR',
      presence: 'offline',
      capacity: 20,
      roles: ['advisor', 'marketing'],
      teamIds: [],
    });
    expect(second?.name).toBe('Zoe');
  });

  it.each(PERMISSIONS)('with %s are those whose roles grant it, and who are still here', async (permission) => {
    const ids: Partial<Record<Role, string>> = {};
    for (const role of ['admin', 'supervisor', 'advisor', 'marketing'] as const) ids[role] = await fastUser(role, true);
    await fastUser('admin', false);
    const expected = (Object.keys(ids) as Role[])
      .filter((role) => permissionsOf([role]).has(permission))
      .map((role) => ids[role]);
    expect(await people.idsWith(permission)).toEqual(expected.sort());
  });

  it('are named together, each once, and who is unknown is missing', async () => {
    const [ana, luis] = [await create(['advisor'], 'Ana Ruiz'), await create(['advisor'], 'Luis')];
    const named = await people.byIds([ana, luis, ana, randomUUID()]);
    expect([...named.values()].map(({ name, initials }) => [name, initials]).sort()).toEqual([
      ['Ana Ruiz', 'AR'],
      ['Luis', 'L'],
    ]);
    expect(await people.byIds([])).toEqual(new Map());
    expect(await people.teamsByIds([])).toEqual(new Map());
    expect(await people.idsInTeam(randomUUID())).toEqual([]);
  });

  /** Without the costly hash: nobody signs in here. */
  async function fastUser(role: Role, active: boolean): Promise<string> {
    const id = randomUUID();
    await context.sql.rows(
      `insert into app_user (id, name, email_sealed, email_index, password_hash, roles, active, created_at) values ($1, 'X', 'x', $2, 'x', $3, $4, now())`,
      [id, id, [role], active],
    );
    return id;
  }
});

describe('the first administrator', () => {
  it('is one, however many processes start at once, and gets a password that is shown once', async () => {
    const bootstrap = context.module.get(Bootstrap);
    const answers = await Promise.all(
      [1, 2, 3].map((n) => bootstrap.ensureAdministrator(`admin${n}@tienda.test`, null)),
    );
    const created = answers.filter((answer) => answer.created);
    expect(created).toHaveLength(1);
    expect(created[0]?.password).toMatch(/^[\w-]{16}$/);
    for (const answer of answers) expect(answer.email).toBe(created[0]?.email);
    expect(await people.idsWith('users:manage')).toHaveLength(1);
  });

  it('is made again when all of them have left', async () => {
    const bootstrap = context.module.get(Bootstrap);
    await bootstrap.ensureAdministrator('una@tienda.test', PASSWORD);
    await context.sql.rows('update app_user set active = false');
    expect(await bootstrap.ensureAdministrator('otra@tienda.test', PASSWORD)).toEqual({
      email: 'otra@tienda.test',
      password: PASSWORD,
      created: true,
    });
  });
});
