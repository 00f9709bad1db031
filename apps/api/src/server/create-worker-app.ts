import type { DynamicModule, LoggerService } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance } from 'fastify';
import type { Config } from '../platform/config/config.js';
import { PinoLogger } from '../platform/logging/pino-logger.js';
import { installSecurityHeaders } from './security-headers.js';

const LARGEST_BODY = 1024;

/** A process that only works, ready to listen: nobody but who watches over it asks it anything, so no proxy is believed and no body of any size read. */
export async function createWorkerApp(
  root: DynamicModule,
  config: Config,
  logger: LoggerService = new PinoLogger(config),
): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({
    logger: false,
    bodyLimit: LARGEST_BODY,
    requestTimeout: 10_000,
    connectionTimeout: 10_000,
    return503OnClosing: true,
    forceCloseConnections: true,
  });
  const app = await NestFactory.create<NestFastifyApplication>(root, adapter, {
    bodyParser: false,
    logger,
    abortOnError: false,
  });
  installSecurityHeaders(adapter.getInstance() as unknown as FastifyInstance, config);
  app.enableShutdownHooks(['SIGTERM', 'SIGINT']);
  return app;
}
