import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { prepare } from '../../tools/runtime/api-command.mjs';
import { anyFreePort } from '../../tools/runtime/free-port.mjs';
import { productEnvironment } from '../../tools/runtime/product-environment.mjs';
import { apiMain } from '../../tools/runtime/project.mjs';
import { ensureSecrets } from '../../tools/runtime/secrets.mjs';
import { startService } from '../../tools/runtime/service.mjs';
import { waitReady } from '../../tools/runtime/wait-ready.mjs';
import { ACCOUNT, NUMBER } from './webhook-bodies.mjs';

export const APP_SECRET = 'app-secret-of-the-rigs-0123456789abcdef';
export const ADMIN = { email: 'admin@rig.test', password: 'password-of-the-rigs' };
const VERIFY_TOKEN = 'verify-token-of-the-rigs';

/**
 * A migrated database with one connected number, and processes of the product on it.
 * @param {{ databaseUrl: string, redisUrl: string, folder: string }} place
 */
export async function prepareProduct({ databaseUrl, redisUrl, folder }) {
  const dataDir = mkdtempSync(join(folder, 'product-'));
  ensureSecrets(dataDir);
  const environmentOn = (port, role) => ({
    ...productEnvironment({ given: {}, databaseUrl, redisUrl, dataDir, port, simulatorUrl: null }),
    ROLE: role,
    WORKER_PORT: String(port),
    LOG_LEVEL: 'warn',
    WHATSAPP_PHONE_NUMBER_ID: NUMBER,
    WHATSAPP_BUSINESS_ACCOUNT_ID: ACCOUNT,
    WHATSAPP_APP_SECRET: APP_SECRET,
    WHATSAPP_VERIFY_TOKEN: VERIFY_TOKEN,
    WHATSAPP_ACCESS_TOKEN: 'nobody-is-called',
    // Nothing is sent in these rigs: the discard port answers nobody.
    WHATSAPP_GRAPH_URL: 'http://127.0.0.1:9',
    HILO_ADMIN_EMAIL: ADMIN.email,
    HILO_ADMIN_PASSWORD: ADMIN.password,
  });
  await prepare(environmentOn(0, 'http'), { demo: false });

  /** @param {'all' | 'http' | 'worker'} role @param {number} [port] the one of a process that was killed */
  const start = async (role = 'all', port) => {
    const on = port ?? (await anyFreePort());
    const log = join(dataDir, `${role}-${on}.log`);
    const service = startService({
      name: `API (${role})`,
      program: apiMain,
      environment: environmentOn(on, role),
      log,
    });
    try {
      await waitReady(`http://127.0.0.1:${on}/health/ready`, service);
    } catch (error) {
      service.kill();
      throw error;
    }
    return { ...service, port: on, origin: `http://127.0.0.1:${on}`, path: '/webhooks/whatsapp' };
  };
  return { databaseUrl, start };
}
