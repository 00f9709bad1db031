import type { ModuleMetadata } from '@nestjs/common';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';
import { ConfigModule } from '../platform/config/config.module.js';
import { newId } from '../platform/ids/uuid.js';
import { PlatformModule } from '../platform/platform.module.js';
import { createTestDatabase } from './test-database.js';

export interface TestRequest {
  method?: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';
  path: string;
  body?: unknown;
  headers?: Readonly<Record<string, string>>;
  /** The address it seems to come from. */
  from?: string;
}

export interface TestAnswer<T> {
  status: number;
  headers: Headers;
  text: string;
  body: T;
}

export interface TestApp {
  app: NestFastifyApplication;
  origin: string;
  /** A service of the running application. */
  get: NestFastifyApplication['get'];
  /** A request through every guard, pipe and filter. `body` is undefined when the answer is not JSON. */
  request<T = Record<string, unknown>>(request: TestRequest): Promise<TestAnswer<T>>;
  databaseUrl: string;
  close(): Promise<void>;
}

/** The given modules on the real platform, over a database of their own. Nothing works in the background unless `ROLE` says so. */
export async function createTestApp(
  modules: NonNullable<ModuleMetadata['imports']>,
  env: Readonly<Record<string, string>> = {},
): Promise<TestApp> {
  const database = await createTestDatabase({ ROLE: 'http', ...env });
  const testing = await Test.createTestingModule({
    imports: [ConfigModule.of(database.config), PlatformModule, ...modules],
  }).compile();
  const app = testing.createNestApplication<NestFastifyApplication>(
    new FastifyAdapter({ genReqId: newId, logger: false, trustProxy: true }),
    { logger: false },
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
  const origin = await app.getUrl();
  return {
    app,
    origin,
    get: app.get.bind(app),
    request: (request) => ask(origin, request),
    databaseUrl: database.url,
    close,
  };
}

/** Asks a server below `origin`, which may have a path of its own. */
export async function ask<T>(
  origin: string,
  { method = 'GET', path, body, headers = {}, from }: TestRequest,
): Promise<TestAnswer<T>> {
  const response = await fetch(`${origin}${path}`, {
    method,
    headers: {
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...(from && { 'x-forwarded-for': from }),
      ...headers,
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  const isJson = /json/.test(response.headers.get('content-type') ?? '');
  return {
    status: response.status,
    headers: response.headers,
    text,
    body: (isJson ? JSON.parse(text) : undefined) as T,
  };
}
