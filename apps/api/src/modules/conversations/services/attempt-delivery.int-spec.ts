import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '../../../platform/ids/uuid.js';
import { newcomer, reply } from '../testing/read-threads.js';
import { type Person, startThreads, type ThreadApp } from '../testing/thread-app.js';

let app: ThreadApp;
let paula: Person;
beforeAll(async () => {
  app = await startThreads();
  paula = await app.person(['supervisor']);
});
afterAll(() => app.close());

describe('a message that cannot be prepared', () => {
  it('says why, without the person whose value the fault quotes', async () => {
    const { who, id } = await newcomer(app, paula);
    const form = new FormData();
    form.append('file', new Blob(['%PDF-1.7\n'], { type: 'application/pdf' }), 'Ana 098 765 4321.pdf');
    const { body: file } = await paula.ask<{ id: string }>('POST', '/media', form);
    const { id: messageId } = await reply(paula, id, { type: 'document', mediaId: file.id });
    // A database that stumbles over the very name of the file.
    const hidden = `media_${newId().replaceAll('-', '')}`;
    await app.sql.rows(`alter table media_asset rename to ${hidden}`);
    await app.sql.rows(`create function stumble(name text) returns text language plpgsql as
      $$ begin raise exception 'cannot read "%"', name; end $$`);
    await app.sql
      .rows(`create view media_asset as select id, channel_id, conversation_id, message_id, remote, state, reason, hash, size, content_type,
      declared_type, stumble(file_name) as file_name, width, height, duration_s, attempts, due_at, created_at, created_by from ${hidden}`);
    await app.deliver();
    const row = await app.sql.one('select failure from message where id = $1', [messageId]);
    expect(row).toMatchObject({
      failure: { code: 'hilo_not_prepared', reason: 'invalid_content', title: 'error: cannot read "Ana ….pdf"' },
    });
    expect(app.graph.sends(who.waId)).toEqual([]);
  });
});
