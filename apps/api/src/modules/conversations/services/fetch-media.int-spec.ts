import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Storage } from '../../../platform/storage/storage.js';
import { FetchMediaJob } from '../jobs/fetch-media.job.js';
import { conversationOf, threadOf } from '../testing/read-threads.js';
import { type Person, startThreads, type ThreadApp } from '../testing/thread-app.js';
import { until } from '../testing/until.js';
import { type Customer, unsends, wamid, wrote } from '../testing/wire.js';

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAMAAAACCAIAAAASFvFNAAAAEElEQVR4nGP4z8AARAwQCgAf7gP9i18U1AAAAABJRU5ErkJggg==',
  'base64',
);

let app: ThreadApp;
let paula: Person;
beforeAll(async () => {
  app = await startThreads();
  paula = await app.person(['supervisor']);
});
afterAll(() => app.close());
beforeEach(() => app.clock.shiftTo(0));

const fetchDue = () => app.work(FetchMediaJob);
let files = 0;

/** A customer sent a file that the provider keeps like this. */
async function sent(
  kept: { bytes: Buffer; type: string } | number,
  content: Record<string, unknown> = {},
): Promise<{ who: Customer; mediaId: string; id: string; conversationId: string }> {
  const [who, mediaId, id] = [app.customer(), `remote-${String((files += 1))}`, wamid()];
  app.graph.files.set(mediaId, kept);
  await app.hear(wrote(who, { type: 'image', image: { id: mediaId, mime_type: 'image/png', ...content } }, { id }));
  return { who, mediaId, id, conversationId: (await conversationOf(paula, who)).id };
}
const mediaOf = async (conversationId: string) => (await threadOf(paula, conversationId)).at(-1)?.media;
const changes = async (conversationId: string) =>
  (await app.appended('message.changed')).flatMap((event) =>
    event['conversationId'] === conversationId ? [event['change']] : [],
  );

describe('what a customer sent', () => {
  it('is shown as coming, then fetched once, measured, and served', async () => {
    const { conversationId } = await sent({ bytes: PNG, type: 'image/png' }, { caption: 'mi sala' });
    expect(await mediaOf(conversationId)).toMatchObject({ state: 'pending', url: null, contentType: 'image/png' });
    expect(await fetchDue()).toBe(1);
    const media = await mediaOf(conversationId);
    expect(media).toMatchObject({
      state: 'ready',
      contentType: 'image/png',
      size: PNG.length,
      width: 3,
      height: 2,
      reason: null,
    });
    expect(media?.thumbnailUrl).toBe(media?.url);
    const file = await fetch(app.origin + (media?.url ?? ''));
    expect(Buffer.from(await file.arrayBuffer())).toEqual(PNG);
    expect(await changes(conversationId)).toEqual(['media']);
    expect(await fetchDue()).toBe(0);
  });

  it('is asked for with the channel’s own token', async () => {
    const { mediaId } = await sent({ bytes: PNG, type: 'image/png' });
    await fetchDue();
    const asked = app.graph.requests.filter(({ url }) => url.includes(mediaId));
    expect(asked.length).toBeGreaterThanOrEqual(2);
    for (const { headers } of asked) expect(headers.authorization).toBe('Bearer access-token-1');
  });

  it('that would run in a browser is not kept, whatever it is called', async () => {
    const { conversationId } = await sent({ bytes: Buffer.from('<html><script>alert(1)</script>'), type: 'image/png' });
    await fetchDue();
    expect(await mediaOf(conversationId)).toMatchObject({ state: 'failed', url: null, reason: 'media_type_refused' });
    expect(await fetchDue()).toBe(0);
  });

  it.each([404, 400])('that the provider does not keep any more is given up at once: %d', async (status) => {
    const { conversationId } = await sent(status);
    await fetchDue();
    expect(await mediaOf(conversationId)).toMatchObject({ state: 'failed', reason: 'not_available' });
    expect(await changes(conversationId)).toEqual(['media']);
  });

  it('is asked for again while the provider stumbles, later each time, and comes in the end', async () => {
    const { mediaId, conversationId } = await sent(503);
    await fetchDue();
    expect(await mediaOf(conversationId)).toMatchObject({ state: 'pending', reason: 'provider_down' });
    expect(await fetchDue()).toBe(0);
    app.graph.files.set(mediaId, { bytes: PNG, type: 'image/png' });
    app.clock.shiftTo(60_000);
    expect(await fetchDue()).toBe(1);
    expect(await mediaOf(conversationId)).toMatchObject({ state: 'ready', reason: null });
  });

  it('is given up after six tries', async () => {
    const { conversationId } = await sent(503);
    let tries = 0;
    for (let hour = 0; hour < 10; hour += 1) {
      app.clock.shiftTo(hour * 3_600_000);
      tries += await fetchDue();
    }
    app.clock.shiftTo(0);
    expect(tries).toBe(6);
    expect(await mediaOf(conversationId)).toMatchObject({ state: 'failed', reason: 'not_available' });
  });

  it('is fetched by one of several workers', async () => {
    const { mediaId } = await sent({ bytes: PNG, type: 'image/png' });
    const taken = await Promise.all([fetchDue(), fetchDue(), fetchDue()]);
    expect(taken.reduce((sum, one) => sum + one, 0)).toBe(1);
    expect(app.graph.requests.filter(({ url }) => url === `/file/${mediaId}`)).toHaveLength(1);
  });

  it('is taken up again when the process died that fetched it', async () => {
    const { conversationId } = await sent({ bytes: PNG, type: 'image/png' });
    await app.sql.rows(
      `update media_asset set attempts = 1, due_at = due_at + interval '5 minutes' where conversation_id = $1`,
      [conversationId],
    );
    expect(await fetchDue()).toBe(0);
    app.clock.shiftTo(6 * 60_000);
    expect(await fetchDue()).toBe(1);
    app.clock.shiftTo(0);
    expect(await mediaOf(conversationId)).toMatchObject({ state: 'ready' });
  });

  it('and unsent before it was fetched is never fetched', async () => {
    const { who, id, mediaId } = await sent({ bytes: PNG, type: 'image/png' });
    await app.hear(unsends(who, id));
    expect(await fetchDue()).toBe(0);
    expect(app.graph.requests.filter(({ url }) => url.includes(mediaId))).toEqual([]);
  });

  it('and unsent while it was fetched does not come back', async () => {
    const { who, id, conversationId } = await sent({ bytes: PNG, type: 'image/png' });
    const [row] = await app.sql.rows<{ id: string }>('select id from media_asset where conversation_id = $1', [
      conversationId,
    ]);
    const fetching = fetchDue();
    await app.hear(unsends(who, id));
    await fetching;
    expect(await app.sql.one('select state, reason, hash from media_asset where id = $1', [row?.id])).toEqual({
      state: 'failed',
      reason: 'unsent',
      hash: null,
    });
    expect(await mediaOf(conversationId)).toBeNull();
  });

  it('and unsent afterwards is gone, also for who has the link and from the disk, but not where it is still needed', async () => {
    const other = Buffer.concat([PNG, Buffer.from('otra')]);
    const [mine, theirs] = [
      await sent({ bytes: other, type: 'image/png' }),
      await sent({ bytes: other, type: 'image/png' }),
    ];
    await fetchDue();
    const urls = [await mediaOf(mine.conversationId), await mediaOf(theirs.conversationId)].map(
      (media) => app.origin + (media?.url ?? ''),
    );
    await app.hear(unsends(mine.who, mine.id));
    expect(await Promise.all(urls.map(async (url) => (await fetch(url)).status))).toEqual([404, 200]);
    const [kept] = await app.sql.rows<{ hash: string }>('select hash from media_asset where conversation_id = $1', [
      theirs.conversationId,
    ]);
    await app.hear(unsends(theirs.who, theirs.id));
    expect(await Promise.all(urls.map(async (url) => (await fetch(url)).status))).toEqual([404, 404]);
    await until(async () => !(await app.get(Storage).has(kept?.hash ?? '')));
  });
});
