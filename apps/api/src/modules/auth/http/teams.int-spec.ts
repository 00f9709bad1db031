import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Sql } from '../../../platform/database/sql.js';
import { SocketAdmission } from '../../../platform/realtime/socket-admission.js';
import { SocketFanout } from '../../../platform/realtime/socket-fanout.js';
import { keptRows } from '../../../testing/kept-rows.js';
import { refusedPaths } from '../../../testing/refusals.js';
import { createTestApp, type TestApp } from '../../../testing/test-app.js';
import { keyWith, signedInPerson, type TestPerson } from '../../../testing/test-people.js';
import { AuthHttpModule } from '../auth-http.module.js';
import { People } from '../services/people.js';
import type { TeamList, TeamView } from './teams.dto.js';

type Answered = TeamView & { code: string };

let host: TestApp;
let headers: { authorization: string };
let ana: TestPerson;
let luis: TestPerson;
const cut: string[] = [];

const create = (body: unknown) => host.request<Answered>({ method: 'POST', path: '/teams', headers, body });
const patch = (id: string, body: unknown, more: Record<string, string> = {}) =>
  host.request<Answered>({ method: 'PATCH', path: `/teams/${id}`, headers: { ...headers, ...more }, body });
const remove = (id: string) => host.request<Answered>({ method: 'DELETE', path: `/teams/${id}`, headers });
const rooms = async ({ headers: { cookie } }: TestPerson): Promise<string[]> =>
  ((await host.get(SocketAdmission).admit({ cookie }, {}))?.rooms ?? []).filter((room) => room.startsWith('team:'));

beforeAll(async () => {
  host = await createTestApp([AuthHttpModule]);
  headers = (await keyWith(host, ['users:manage', 'conversations:read'])).headers;
  ana = await signedInPerson(host, ['advisor'], 'Ana');
  luis = await signedInPerson(host, ['advisor'], 'Luis');
  const fanout = host.get(SocketFanout);
  const disconnect = fanout.disconnect.bind(fanout);
  fanout.disconnect = (room: string) => {
    cut.push(room);
    disconnect(room);
  };
});
beforeEach(async () => {
  await host.get(Sql).rows('delete from team');
  cut.length = 0;
});
afterAll(() => host.close());

describe('a team', () => {
  it('has the name it was given, trimmed, and says its version', async () => {
    const made = await create({ name: '  Ventas Quito ' });
    expect(made).toMatchObject({ status: 201, body: { name: 'Ventas Quito', memberIds: [], version: 1 } });
    expect(made.headers.get('etag')).toBe('"1"');
    const read = await host.request<TeamView>({ path: `/teams/${made.body.id}`, headers });
    expect([read.body, read.headers.get('etag')]).toEqual([made.body, '"1"']);
  });

  it.each(['Ventas', 'VENTAS', 'ventas', 'Véntas', ' Ventas '])('is not called %j when there is one', async (name) => {
    await create({ name: 'Ventas' });
    const before = await keptRows(host.get(Sql), ['team', 'audit_entry']);
    expect(await create({ name })).toMatchObject({ status: 409, body: { code: 'team_name_taken' } });
    const { id } = (await create({ name: 'Otra' })).body;
    expect(await patch(id, { name })).toMatchObject({ status: 409, body: { code: 'team_name_taken' } });
    await remove(id);
    expect((await keptRows(host.get(Sql), ['team'])).length).toBe(
      before.filter((line) => line.startsWith('team ')).length,
    );
  });

  it('gets one name when many want it at once', async () => {
    const answers = await Promise.all(['Norte', 'norte', 'NORTE', 'Nórte'].map((name) => create({ name })));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409]);
  });

  it('may be written differently by itself', async () => {
    const { id } = (await create({ name: 'ventas' })).body;
    expect((await patch(id, { name: 'VENTAS' })).body).toMatchObject({ name: 'VENTAS', version: 2 });
  });

  it.each<[unknown, string[]]>([
    [{}, ['/name']],
    [{ name: '' }, ['/name']],
    [{ name: '  ' }, ['/name']],
    [{ name: '***' }, ['/name']],
    [{ name: 'x'.repeat(81) }, ['/name']],
    [{ name: ['Ventas'] }, ['/name']],
    [{ name: null }, ['/name']],
    [{ name: { $ne: 1 }, memberIds: 'all', version: 3, color: 'red' }, ['/color', '/memberIds', '/name', '/version']],
    [{ name: 'Sur', memberIds: ['x'] }, ['/memberIds']],
    [{ name: 'Sur', memberIds: null }, ['/memberIds']],
    [{ name: 'Sur', memberIds: {} }, ['/memberIds']],
    [{ name: 'Sur', memberIds: Array.from({ length: 501 }, () => randomUUID()) }, ['/memberIds']],
  ])('is not made of %j', async (body, paths) => {
    const answer = await create(body);
    expect([answer.status, refusedPaths(answer)]).toEqual([400, paths]);
    expect(await keptRows(host.get(Sql), ['team'])).toEqual([]);
  });

  it('is changed by one of two who saw the same version', async () => {
    const { id } = (await create({ name: 'Ventas' })).body;
    const answers = await Promise.all(['A', 'B', 'C'].map((name) => patch(id, { name }, { 'if-match': '"1"' })));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412, 412]);
    expect(answers.find(({ status }) => status === 412)?.body.code).toBe('stale_version');
  });

  it('that is not there is not found, whatever is done to it', async () => {
    const nobody = randomUUID();
    for (const answer of [
      await host.request({ path: `/teams/${nobody}`, headers }),
      await patch(nobody, { name: 'X' }),
      await remove(nobody),
    ])
      expect(answer).toMatchObject({ status: 404, body: { code: 'not_found' } });
    expect((await host.request({ path: '/teams/ventas', headers })).status).toBe(400);
  });

  it('is listed with the others by name', async () => {
    for (const name of ['Sur', 'Norte', 'Centro']) await create({ name });
    const { body } = await host.request<TeamList>({ path: '/teams', headers });
    expect([body.data.map(({ name }) => name), body.nextCursor]).toEqual([['Centro', 'Norte', 'Sur'], null]);
  });
});

describe('members', () => {
  it('hear the team`s room from the moment they belong to it, and not after', async () => {
    const { id } = (await create({ name: 'Ventas', memberIds: [ana.id] })).body;
    expect([await rooms(ana), await rooms(luis)]).toEqual([[`team:${id}`], []]);
    expect(cut).toEqual([`user:${ana.id}`]);
    cut.length = 0;
    await patch(id, { memberIds: [luis.id] });
    expect([await rooms(ana), await rooms(luis)]).toEqual([[], [`team:${id}`]]);
    expect(cut.sort()).toEqual([`user:${ana.id}`, `user:${luis.id}`].sort());
    cut.length = 0;
    await remove(id);
    expect([await rooms(luis), cut]).toEqual([[], [`user:${luis.id}`]]);
  });

  it('who stay are not disturbed', async () => {
    const { id } = (await create({ name: 'Ventas', memberIds: [ana.id] })).body;
    cut.length = 0;
    await patch(id, { name: 'Ventas y más' });
    await patch(id, { memberIds: [ana.id, ana.id] });
    expect(cut).toEqual([]);
    expect((await patch(id, { memberIds: [ana.id, luis.id] })).body.memberIds).toEqual([ana.id, luis.id].sort());
    expect(cut).toEqual([`user:${luis.id}`]);
  });

  it('who do not exist are left out, and the others taken', async () => {
    const made = await create({ name: 'Ventas', memberIds: [randomUUID(), ana.id] });
    expect(made.body.memberIds).toEqual([ana.id]);
  });

  it('are assignable as long as they are active and answer customers', async () => {
    const seller = await signedInPerson(host, ['marketing'], 'Marta');
    const gone = await signedInPerson(host, ['advisor'], 'Ida');
    const { id } = (await create({ name: 'Ventas', memberIds: [ana.id, seller.id, gone.id] })).body;
    await host.get(Sql).rows('update app_user set active = false where id = $1', [gone.id]);
    const people = host.get(People);
    expect((await people.assignable(id)).map((person) => person.id)).toEqual([ana.id]);
    expect(await people.idsInTeam(id)).toEqual([ana.id, seller.id].sort());
    expect((await people.teamsByIds([id, randomUUID()])).get(id)).toEqual({ id, name: 'Ventas' });
  });

  it('are put in teams with their user as well, and unknown teams are refused whole', async () => {
    const { id } = (await create({ name: 'Ventas' })).body;
    const change = (teamIds: string[]) =>
      host.request({ method: 'PATCH', path: `/users/${ana.id}`, headers, body: { teamIds, name: 'Anita' } });
    const refused = await change([id, randomUUID()]);
    expect([refused.status, refusedPaths(refused)]).toEqual([400, ['/teamIds']]);
    expect(await rooms(ana)).toEqual([]);
    expect((await change([id])).body).toMatchObject({ teams: [{ id, name: 'Ventas' }] });
    expect(await rooms(ana)).toEqual([`team:${id}`]);
    expect((await change([])).body).toMatchObject({ teams: [] });
    expect(await rooms(ana)).toEqual([]);
  });
});

it('what was done to teams is on record, with who came and went', async () => {
  const { id } = (await create({ name: 'Ventas', memberIds: [ana.id] })).body;
  await patch(id, { memberIds: [] });
  await patch(id, { name: 'Otra' });
  await remove(id);
  await remove(id);
  expect(
    await host
      .get(Sql)
      .rows("select action, detail from audit_entry where target_type = 'team' and target_id = $1 order by id", [id]),
  ).toEqual([
    { action: 'team.created', detail: { memberIds: [ana.id] } },
    { action: 'team.changed', detail: { memberIds: [] } },
    { action: 'team.changed', detail: {} },
    { action: 'team.removed', detail: {} },
  ]);
});
