import { fileURLToPath } from 'node:url';
import type { FastifyInstance } from 'fastify';
import { loadConfig, type Role } from './platform/config/config.js';
import { InvalidEnvironment } from './platform/config/env.js';
import { RootModule } from './root.module.js';
import { apiDocument } from './server/api-document.js';
import { createHttpApp } from './server/create-http-app.js';
import { createWorkerApp } from './server/create-worker-app.js';
import { serveDocs } from './server/docs-pages.js';
import { servePanel } from './server/panel-files.js';

const BUILT_PANEL = fileURLToPath(new URL('../../panel/dist', import.meta.url));

/** Runs this process in the role that the environment, or the caller, gives it. */
export async function start(role?: Role): Promise<void> {
  try {
    const config = loadConfig(role ? { ROLE: role } : {});
    if (!config.servesHttp) {
      const worker = await createWorkerApp(RootModule.of(config), config);
      await worker.listen(config.workerPort, config.host);
      return;
    }
    const app = await createHttpApp(RootModule.of(config), config);
    const fastify = app.getHttpAdapter().getInstance() as unknown as FastifyInstance;
    await serveDocs(fastify, await apiDocument(app));
    await servePanel(fastify, config.panelDir ?? BUILT_PANEL);
    await app.listen(config.port, config.host);
  } catch (error) {
    const words =
      error instanceof InvalidEnvironment
        ? error.message
        : `Hilo could not start: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`;
    process.stderr.write(`${words}\n`);
    process.exit(1);
  }
}
