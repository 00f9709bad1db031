import { openDatabase, settled } from '../rig/database.mjs';
import { violatedInvariants } from '../rig/invariants.mjs';
import { Line } from '../rig/line.mjs';
import { APP_SECRET, prepareProduct } from '../rig/product.mjs';
import { messagesBody, signedRequest } from '../rig/webhook-bodies.mjs';

export const PATH = '/webhooks/whatsapp';

/**
 * A product on a database of its own for one fault.
 * @param {import('../rig/servers.mjs').RigServers} servers
 */
export async function openStage(servers) {
  const databaseUrl = await servers.database('hilo_fault');
  const product = await prepareProduct({ databaseUrl, redisUrl: servers.redisUrl, folder: servers.folder });
  const database = await openDatabase(servers.adminUrl, databaseUrl);
  const running = new Set();
  const start = async (role, port) => {
    const one = await product.start(role, port);
    running.add(one);
    return one;
  };
  return {
    database,
    start,
    settled: (patienceMs) => settled(database, patienceMs),
    invariants: (except) => violatedInvariants(database, except),
    close: async () => {
      await Promise.all([...running].map((one) => one.stop()));
      await database.close();
    },
  };
}

export const signed = (body, options = {}) => signedRequest({ path: PATH, secret: APP_SECRET, body, ...options });

let good = 0;

/** After a hostile request: a good message is acknowledged and stored. @returns {Promise<string | undefined>} what is wrong */
export async function goodMessageIsStored(stage, port) {
  const id = `wamid.GOOD.${process.pid}.${(good += 1)}`;
  const line = new Line(port);
  const status = await line.send(signed(messagesBody([{ id, customer: 700_000 + good }])));
  line.close();
  if (status !== 200) return `a good message right after was answered ${status}`;
  await stage.settled(180_000);
  const stored = await stage.database.count('select 1 from message_key where provider_id = $1', [id]);
  return stored === 1 ? undefined : 'a good message right after was not stored';
}
