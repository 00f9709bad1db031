import type { IncomingMessage, ServerResponse } from 'node:http';
import type { FastifyInstance } from 'fastify';
import helmet, { type HelmetOptions } from 'helmet';
import type { Config } from '../platform/config/config.js';

/** A strict policy: everything from here, nothing inline. Pages that need more (ReDoc) set their own header. */
export function installSecurityHeaders(fastify: FastifyInstance, config: Config): void {
  const headers = headersOf(policyOf(config));
  fastify.addHook('onRequest', (_request, reply, done) => {
    void reply.headers(headers);
    done();
  });
}

/** What Helmet writes is the same for every answer, so it is asked once. */
function headersOf(options: HelmetOptions): Readonly<Record<string, string>> {
  const written: Record<string, string> = {};
  const response = {
    setHeader: (name: string, value: string) => (written[name.toLowerCase()] = value),
    removeHeader: () => undefined,
  };
  helmet(options)({} as IncomingMessage, response as unknown as ServerResponse, (error) => {
    if (error) throw error;
  });
  return written;
}

function policyOf(config: Config): HelmetOptions {
  const https = config.publicUrl.startsWith('https://');
  return {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        mediaSrc: ["'self'", 'blob:'],
        fontSrc: ["'self'"],
        connectSrc: ["'self'", ...socketOrigins(config.publicUrl)],
        workerSrc: ["'self'"],
        manifestSrc: ["'self'"],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
      },
    },
    hsts: https ? { maxAge: 15_552_000, includeSubDomains: false } : false,
    crossOriginEmbedderPolicy: false,
    referrerPolicy: { policy: 'same-origin' },
    frameguard: { action: 'deny' },
  };
}

/** Older browsers do not count a socket of the same host as 'self'. */
function socketOrigins(publicUrl: string): string[] {
  const { host, protocol } = new URL(publicUrl);
  return [`${protocol === 'https:' ? 'wss' : 'ws'}://${host}`];
}
