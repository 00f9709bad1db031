import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import type { OpenAPIObject } from '@nestjs/swagger';
import { randomBytes } from 'node:crypto';

const require = createRequire(import.meta.url);

const page = (title: string, head: string, body: string): string =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>${title}</title>${head}</head><body>${body}</body></html>`;

const SWAGGER_START = `window.addEventListener('load', () => SwaggerUIBundle({ url: '/openapi.json', dom_id: '#docs', deepLinking: true, tryItOutEnabled: true, layout: 'BaseLayout', validatorUrl: null }));`;

/** Swagger UI at /docs and ReDoc at /redoc, every byte of them from here. */
export async function serveDocs(fastify: FastifyInstance, document: OpenAPIObject): Promise<void> {
  const json = JSON.stringify(document);
  fastify.get('/openapi.json', (_request, reply) => reply.type('application/json').send(json));

  const swagger = dirname(require.resolve('swagger-ui-dist/package.json'));
  await fastify.register(fastifyStatic, { root: swagger, prefix: '/docs/files/', decorateReply: false, index: false });
  fastify.get('/docs/start.js', (_request, reply) => reply.type('text/javascript').send(SWAGGER_START));
  fastify.get('/docs', (_request, reply) =>
    reply
      .type('text/html')
      .send(
        page(
          'Hilo API',
          '<link rel="stylesheet" href="/docs/files/swagger-ui.css">',
          '<div id="docs"></div><script src="/docs/files/swagger-ui-bundle.js"></script><script src="/docs/start.js"></script>',
        ),
      ),
  );

  const redoc = join(dirname(require.resolve('redoc/package.json')), 'bundles');
  await fastify.register(fastifyStatic, { root: redoc, prefix: '/redoc/files/', decorateReply: false, index: false });
  fastify.get('/redoc', (_request, reply) => {
    const nonce = randomBytes(16).toString('base64');
    // ReDoc writes styles itself: two of them are empty or fixed and stand here by hash, the rest carry the nonce.
    const styles = `'self' 'nonce-${nonce}' 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=' 'sha256-QMIg+bpjm3JdElJ388KYke01izlUW0UoNOeKjpMxdgc='`;
    return reply
      .header(
        'content-security-policy',
        `default-src 'self'; script-src 'self' 'nonce-${nonce}'; style-src ${styles}; img-src 'self' data:; worker-src blob:; object-src 'none'; base-uri 'none'; frame-ancestors 'none'`,
      )
      .type('text/html')
      .send(
        page(
          'Hilo API',
          '',
          `<div id="docs"></div><script src="/redoc/files/redoc.standalone.js"></script><script nonce="${nonce}">Redoc.init('/openapi.json', { nonce: '${nonce}', hideDownloadButton: true }, document.getElementById('docs'));</script>`,
        ),
      );
  });
}
