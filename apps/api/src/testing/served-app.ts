import type { ModuleMetadata } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { ChannelsHttpModule } from '../modules/channels/index.js';
import { ConfigModule } from '../platform/config/config.module.js';
import { PlatformModule } from '../platform/platform.module.js';
import { RealtimeGateway } from '../platform/realtime/realtime.gateway.js';
import { createHttpApp } from '../server/create-http-app.js';
import { ask, type TestApp } from './test-app.js';
import { createTestDatabase } from './test-database.js';

export interface ServedApp {
  app: NestFastifyApplication;
  origin: string;
  /** A service of the running application. */
  get: NestFastifyApplication['get'];
  databaseUrl: string;
  close(): Promise<void>;
}

class ServedRoot {}

/** The given modules behind the real server: its door for webhooks, body parsers, uploads, headers and sockets. Nothing works in the background unless `ROLE` says so. */
export async function createServedApp(
  modules: NonNullable<ModuleMetadata['imports']>,
  env: Readonly<Record<string, string>> = {},
): Promise<ServedApp> {
  const database = await createTestDatabase({ ROLE: 'http', TRUST_PROXY: 'true', ...env });
  const imports = [ConfigModule.of(database.config), PlatformModule, ChannelsHttpModule, ...modules];
  const app = await createHttpApp({ module: ServedRoot, imports, providers: [RealtimeGateway] }, database.config);
  const close = async (): Promise<void> => {
    await app.close();
    await database.close();
  };
  try {
    await app.listen(0, '127.0.0.1');
  } catch (error) {
    await close();
    throw error;
  }
  return { app, origin: await app.getUrl(), get: app.get.bind(app), databaseUrl: database.url, close };
}

/** The same, asked below `/api/v1` as other test applications are. */
export async function createServedTestApp(modules: NonNullable<ModuleMetadata['imports']>): Promise<TestApp> {
  const served = await createServedApp(modules);
  return { ...served, request: (request) => ask(`${served.origin}/api/v1`, request) };
}
