import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import { anyFreePort } from '../../tools/runtime/free-port.mjs';
import { startService } from '../../tools/runtime/service.mjs';
import { waitListening } from '../../tools/runtime/wait-ready.mjs';
import { APP_SECRET } from '../rig/product.mjs';

const program = fileURLToPath(new URL('reference-server.mjs', import.meta.url));

/** Starts the bare reference server on a database of its own. @param {{ databaseUrl: string, folder: string }} place */
export async function startReference({ databaseUrl, folder }) {
  const port = await anyFreePort();
  const service = startService({
    name: 'reference',
    program,
    environment: { DATABASE_URL: databaseUrl, SECRET: APP_SECRET, PORT: String(port) },
    log: join(folder, 'reference.log'),
  });
  await waitListening(port, service);
  return { ...service, port, path: '/' };
}

/** What the reference must hold too, else its figure means nothing. @returns {Promise<string[]>} */
export async function violatedByReference(database, acknowledged) {
  const [{ lost }] = await database.rows(
    'select count(*) as lost from unnest($1::text[]) w(id) where not exists (select 1 from entry e where e.provider_id = w.id)',
    [acknowledged],
  );
  const [{ wrong }] = await database.rows(
    'select count(*) as wrong from thread t where unread <> (select count(*) from entry e where e.thread_id = t.id)',
  );
  return [
    ...(Number(lost) > 0 ? [`the reference lost ${lost}`] : []),
    ...(Number(wrong) > 0 ? [`the reference counts ${wrong} conversation(s) wrong`] : []),
  ];
}
