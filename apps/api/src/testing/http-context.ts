import type { ModuleMetadata } from '@nestjs/common';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Principal } from '../modules/auth/index.js';
import { startModules, type ModuleContext } from './module-context.js';

export interface Answer<T = Record<string, unknown>> {
  status: number;
  body: T;
  headers: Record<string, unknown>;
}

export interface HttpContext extends ModuleContext {
  /** Asks `/api/v1` + path as the given principal. */
  ask<T = Record<string, unknown>>(method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE', path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer<T>>;
}

/** Controllers on the real platform, asked in-process. Who asks is given, since signing in is proven elsewhere. */
export async function startHttp(imports: NonNullable<ModuleMetadata['imports']>, principal: Principal): Promise<HttpContext> {
  const context = await startModules(imports);
  const app = context.module.createNestApplication<NestFastifyApplication>(new FastifyAdapter());
  app.setGlobalPrefix('api/v1');
  app.getHttpAdapter().getInstance().addHook('onRequest', async (request) => {
    Object.assign(request, { principal });
  });
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  return {
    ...context,
    ask: async <T>(method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE', path: string, body?: unknown, headers: Record<string, string> = {}) => {
      const answer = await app.inject({ method, url: `/api/v1${path}`, headers, ...(body === undefined ? {} : { payload: body as object }) });
      return { status: answer.statusCode, body: (answer.body === '' ? {} : answer.json()) as T, headers: answer.headers };
    },
  };
}
