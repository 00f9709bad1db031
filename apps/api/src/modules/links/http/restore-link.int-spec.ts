import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '../../../platform/ids/uuid.js';
import { type LinkApp, startLinkApp } from '../testing/link-app.js';
import type { LinkView } from './link-view.js';

let app: LinkApp;
beforeAll(async () => {
  app = await startLinkApp();
});
afterAll(() => app.close());

/** A link that somebody opened, and that is archived since. */
async function archived(over: Record<string, unknown> = {}): Promise<LinkView> {
  const made = await app.link(over);
  await app.open(made.slug);
  expect((await app.call('DELETE', `/links/${made.id}`)).body).toEqual({ outcome: 'archived' });
  return (await app.call<LinkView>('GET', `/links/${made.id}`)).body;
}
const restore = (id: string, more: object = {}, headers = {}) =>
  app.call<LinkView & { code?: string }>('PATCH', `/links/${id}`, { archived: false, ...more }, headers);

describe('bringing an archived link back', () => {
  it('opens its address again, with what it brought', async () => {
    const gone = await archived();
    expect((await app.open(gone.slug)).status).toBe(404);
    const { status, body } = await restore(gone.id);
    expect(status).toBe(200);
    expect(body).toEqual({ ...gone, active: true, archivedAt: null, version: gone.version + 1 });
    expect(body.totals.clicks).toBe(1);
    expect((await app.open(gone.slug)).status).toBe(302);
    expect((await app.call<{ data: LinkView[] }>('GET', '/links?archived=true')).body.data).toEqual([]);
  });

  it('may leave it paused, and changes what else is sent', async () => {
    const gone = await archived();
    const name = `Vuelta ${newId()}`;
    const { body } = await restore(gone.id, { active: false, name });
    expect(body).toMatchObject({ active: false, archivedAt: null, name });
    expect((await app.open(gone.slug)).status).toBe(404);
  });

  it('is refused while another link of the item has its name, and goes with a new one', async () => {
    const gone = await archived();
    await app.link({ name: gone.name });
    const refused = await restore(gone.id);
    expect([refused.status, refused.body.code]).toEqual([409, 'duplicate_link']);
    expect((await app.call<LinkView>('GET', `/links/${gone.id}`)).body).toEqual(gone);
    expect((await restore(gone.id, { name: `Otro ${newId()}` })).status).toBe(200);
  });

  it('is refused upon a version that is not the last', async () => {
    const gone = await archived();
    expect((await restore(gone.id, {}, { 'if-match': `"${gone.version - 1}"` })).status).toBe(412);
    expect((await restore(gone.id, {}, { 'if-match': `"${gone.version}"` })).status).toBe(200);
  });

  it('is the only thing that can be done with it', async () => {
    const gone = await archived();
    for (const change of [{ name: 'Otro' }, { active: true }])
      expect((await app.call('PATCH', `/links/${gone.id}`, change)).status).toBe(404);
    expect((await app.call<LinkView>('GET', `/links/${gone.id}`)).body).toEqual(gone);
  });

  it('changes nothing about one that is not archived, and stands in the audit when it does something', async () => {
    const there = await app.link();
    expect((await restore(there.id, { active: false })).body).toMatchObject({ active: false, archivedAt: null });
    const gone = await archived();
    await restore(gone.id);
    const rows = await app.sql.rows('select action from audit_entry where target_id = any($1::text[]) order by id', [
      [there.id, gone.id],
    ]);
    expect(rows).toEqual(
      ['link.created', 'link.changed', 'link.created', 'link.archived', 'link.restored'].map((action) => ({ action })),
    );
  });
});
