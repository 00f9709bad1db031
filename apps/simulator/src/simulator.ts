import multipart from '@fastify/multipart';
import Fastify, { type FastifyError, type FastifyInstance } from 'fastify';
import type { AddressInfo } from 'node:net';
import { ZodError } from 'zod';
import { registerChannels } from './control/channel-routes.js';
import { registerControl } from './control/control-routes.js';
import { registerLedger } from './ledger/ledger-routes.js';
import { registerChanges } from './phone/change-routes.js';
import { registerNumbers } from './phone/number-routes.js';
import { registerPage } from './phone/page-routes.js';
import { registerPhone } from './phone/phone-routes.js';
import type { WhatsAppAccount } from './whatsapp/account.js';
import { graphErrorBody } from './whatsapp/graph-error.js';
import { registerGraph } from './whatsapp/graph-routes.js';
import { registerMedia } from './whatsapp/media/media-routes.js';
import { registerTemplates } from './whatsapp/templates/template-routes.js';
import { World } from './world.js';

export interface SimulatorOptions {
  /** Origin of the product; webhooks go to its `/webhooks/whatsapp`. */
  targetUrl: string;
  /** The number that is played until one is told. */
  whatsapp?: Partial<WhatsAppAccount>;
  host?: string;
  /** 0, the default: any free port. */
  port?: number;
  webhookRetryMs?: readonly number[];
  webhookTimeoutMs?: number;
}

export interface RunningSimulator {
  /** Origin, without a trailing slash; also the Graph base URL. */
  url: string;
  close(): Promise<void>;
}

const ACCOUNT: WhatsAppAccount = {
  phoneNumberId: '100200300',
  businessAccountId: '900800700',
  displayNumber: '+593 99 000 0001',
  accessToken: 'simulator-token',
  appSecret: 'simulator-app-secret',
  verifyToken: 'simulator-verify-token',
};
/** At once, as Meta, then ever slower; a test that runs for minutes still sees its webhooks. */
const RETRY_MS = [0, 500, 1000, 2000, 5000, 10_000, 20_000, 30_000, 60_000, 120_000, 300_000];
const LARGEST_FILE = 100 * 1024 * 1024;

/** Starts the providers' side of the wire. The HTTP API is described in `API.md`. */
export async function startSimulator(options: SimulatorOptions): Promise<RunningSimulator> {
  const {
    targetUrl,
    whatsapp,
    host = '127.0.0.1',
    port = 0,
    webhookRetryMs = RETRY_MS,
    webhookTimeoutMs = 10_000,
  } = options;
  const world = new World({
    account: { ...ACCOUNT, ...whatsapp },
    targetUrl: targetUrl.replace(/\/+$/, ''),
    webhookRetryMs,
    webhookTimeoutMs,
  });
  const app = Fastify({ bodyLimit: 2 * LARGEST_FILE, forceCloseConnections: true });
  await app.register(multipart, { limits: { fileSize: LARGEST_FILE, files: 1 } });
  app.setErrorHandler<FastifyError | ZodError>((error, request, reply) => {
    if (error instanceof ZodError)
      return reply.code(400).send({ error: { code: 'invalid', message: error.message, issues: error.issues } });
    const status = error.statusCode ?? 500;
    if (/^\/v\d/.test(request.url))
      return reply.code(status).send(graphErrorBody({ code: status < 500 ? 100 : 131000, details: error.message }));
    return reply.code(status).send({ error: { code: error.code, message: error.message } });
  });
  // It listens on this machine for its tools and pages only: a website in the same browser must not turn its knobs.
  app.addHook('onRequest', (request, reply, next) => {
    if (request.headers['sec-fetch-site'] !== 'cross-site' || request.method === 'GET') return next();
    void reply.code(403).send({ error: { code: 'cross_site', message: 'Requests of other sites are refused.' } });
  });
  registerAll(app, world);
  await app.listen({ host, port });
  const { port: bound } = app.server.address() as AddressInfo;
  world.origin = `http://${host === '0.0.0.0' ? '127.0.0.1' : host}:${bound}`;
  return {
    url: world.origin,
    close: async () => {
      await world.close();
      await app.close();
    },
  };
}

function registerAll(app: FastifyInstance, world: World): void {
  app.get('/health', () => ({ status: 'ok' }));
  registerGraph(app, world);
  registerMedia(app, world);
  registerTemplates(app, world);
  registerLedger(app, world);
  registerControl(app, world);
  registerChannels(app, world);
  registerNumbers(app, world);
  registerPhone(app, world);
  registerChanges(app, world);
  registerPage(app);
}
