import compress from '@fastify/compress';
import multipart from '@fastify/multipart';
import { type DynamicModule, type LoggerService, RequestMethod } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance } from 'fastify';
import { WebhookRoutes } from '../modules/channels/index.js';
import type { Config } from '../platform/config/config.js';
import { newId } from '../platform/ids/uuid.js';
import { PinoLogger } from '../platform/logging/pino-logger.js';
import { RealtimeIoAdapter } from '../platform/realtime/realtime-io.adapter.js';
import { installBodyParsers } from './body-parsers.js';
import { installSecurityHeaders } from './security-headers.js';

const OUTSIDE_THE_API = ['health/live', 'health/ready', 'metrics', 'l/:slug', 'media/:id/:variant'];
const LARGEST_UPLOAD = 100 * 1024 * 1024;

/** The HTTP and socket server, ready to listen. */
export async function createHttpApp(
  root: DynamicModule,
  config: Config,
  logger: LoggerService = new PinoLogger(config),
): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({
    trustProxy: config.trustProxy && [...config.trustedProxies],
    genReqId: newId,
    logger: false,
    requestTimeout: 30_000,
    connectionTimeout: 60_000,
    keepAliveTimeout: 75_000,
    routerOptions: { maxParamLength: 200 },
    return503OnClosing: true,
    forceCloseConnections: 'idle',
  });
  const app = await NestFactory.create<NestFastifyApplication>(root, adapter, {
    bodyParser: false,
    logger,
    abortOnError: false,
  });
  const fastify = adapter.getInstance() as unknown as FastifyInstance;
  app.get(WebhookRoutes).install(fastify);
  installBodyParsers(fastify);
  installSecurityHeaders(fastify, config);
  await fastify.register(multipart, { limits: { fileSize: LARGEST_UPLOAD, files: 1, fields: 10, fieldSize: 10_000 } });
  await fastify.register(compress, { global: true, threshold: 2048, encodings: ['br', 'gzip'] });
  app.setGlobalPrefix('api/v1', { exclude: OUTSIDE_THE_API.map((path) => ({ path, method: RequestMethod.ALL })) });
  app.useWebSocketAdapter(new RealtimeIoAdapter(app, config.publicUrl));
  app.enableShutdownHooks(['SIGTERM', 'SIGINT']);
  return app;
}
