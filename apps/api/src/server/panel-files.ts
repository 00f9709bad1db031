import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { codeOf, titleOf } from '../platform/http/problem.js';

const A_YEAR_S = 31_536_000;
const SERVER_ROUTES = [
  '/api/',
  '/webhooks/',
  '/l/',
  '/media/',
  '/health/',
  '/socket.io',
  '/docs',
  '/redoc',
  '/metrics',
  '/openapi.json',
];

/** Serves the built panel; every address that is not the server's own is a screen of it. */
export async function servePanel(fastify: FastifyInstance, folder: string): Promise<void> {
  if (!existsSync(join(folder, 'index.html'))) return;
  await fastify.register(fastifyStatic, {
    root: folder,
    wildcard: false,
    index: false,
    decorateReply: true,
    serveDotFiles: false,
    setHeaders: (reply, path) => {
      void reply.header(
        'cache-control',
        path.includes('/assets/') ? `public, max-age=${A_YEAR_S}, immutable` : 'no-cache',
      );
    },
  });
  fastify.get('/*', (request, reply) => {
    const path = request.url.split('?')[0] ?? '/';
    if (SERVER_ROUTES.some((route) => path.startsWith(route))) return notFound(reply, path);
    return reply.header('cache-control', 'no-cache').sendFile('index.html', folder);
  });
}

function notFound(reply: FastifyReply, instance: string): FastifyReply {
  return reply
    .status(404)
    .header('content-type', 'application/problem+json; charset=utf-8')
    .send(
      JSON.stringify({
        type: 'urn:hilo:problem:not_found',
        title: titleOf(404),
        status: 404,
        code: codeOf(404),
        detail: 'There is nothing at this address.',
        instance,
      }),
    );
}
