import type { Type } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { HttpRoleModule } from '../http-role.module.js';
import { Sql } from '../platform/database/sql.js';
import { PinoLogger } from '../platform/logging/pino-logger.js';
import { RootModule } from '../root.module.js';
import { createHttpApp } from '../server/create-http-app.js';
import { createTestDatabase } from './test-database.js';

export interface WholeServer {
  app: NestFastifyApplication;
  origin: string;
  sql: Sql;
  databaseUrl: string;
  /** A service of the running server, whatever module holds it. */
  get<T>(token: Type<T> | (abstract new (...args: never[]) => T)): T;
  close(): Promise<void>;
}

/** The server as it is started in production, with its parsers, headers, compression and sockets. Its static pages need a module that only Node itself can load. */
export async function startWholeServer(
  env: Readonly<Record<string, string>> = {},
  roles: Type[] = [HttpRoleModule],
): Promise<WholeServer> {
  const database = await createTestDatabase({ ROLE: 'http', ...env });
  const app = await createHttpApp(
    RootModule.of(database.config, roles),
    database.config,
    new PinoLogger(database.config),
  );
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
  const get: WholeServer['get'] = (token) => app.get(token, { strict: false });
  return { app, origin: await app.getUrl(), sql: get(Sql), databaseUrl: database.url, get, close };
}
