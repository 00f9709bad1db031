import type { ModuleMetadata } from '@nestjs/common';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Principal } from '../modules/auth/index.js';
import { startModules, type ModuleContext } from './module-context.js';

export interface Answer<T = Record<string, unknown>> {
  status: number;
  body: T;
  headers: Record<string, string>;
}

export interface HttpContext extends ModuleContext {
  /** Asks `/api/v1` + path as the given principal. */
  ask<T = Record<string, unknown>>(
    method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE',
    path: string,
    body?: unknown,
    headers?: Record<string, string>,
  ): Promise<Answer<T>>;
}

/** Controllers on the real platform, asked over a port of its own. Who asks is given, since signing in is proven elsewhere. */
export async function startHttp(
  imports: NonNullable<ModuleMetadata['imports']>,
  principal: Principal,
): Promise<HttpContext> {
  const context = await startModules(imports);
  const app = context.module.createNestApplication<NestFastifyApplication>(new FastifyAdapter());
  app.setGlobalPrefix('api/v1');
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onRequest', async (request) => {
      Object.assign(request, { principal });
    });
  await app.listen(0, '127.0.0.1');
  const base = `${await app.getUrl()}/api/v1`;
  return {
    ...context,
    ask: async <T>(
      method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE',
      path: string,
      body?: unknown,
      headers: Record<string, string> = {},
    ) => {
      const sent = body === undefined ? {} : { body: JSON.stringify(body) };
      const answer = await fetch(base + path, {
        method,
        ...sent,
        headers: {
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          connection: 'close',
          ...headers,
        },
      });
      const text = await answer.text();
      return {
        status: answer.status,
        body: (text === '' ? {} : JSON.parse(text)) as T,
        headers: Object.fromEntries(answer.headers),
      };
    },
    close: async () => {
      await app.close();
      await context.close();
    },
  };
}
