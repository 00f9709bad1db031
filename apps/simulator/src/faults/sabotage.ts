import type { FastifyReply } from 'fastify';
import { graphErrorBody } from '../whatsapp/graph-error.js';
import type { Fault } from './switches.js';

/** Spoils the answer to a call that was not carried out. `accept-then-timeout` is not for here: its call is carried out first. */
export function sabotage(reply: FastifyReply, fault: Fault): FastifyReply {
  switch (fault.kind) {
    case '429':
      return reply
        .code(429)
        .header('retry-after', String(fault.retryAfterS))
        .send(graphErrorBody({ code: 130429 }));
    case '500':
      return reply.code(500).send(graphErrorBody({ code: 131000 }));
    case '503':
      return reply
        .code(503)
        .header('retry-after', String(fault.retryAfterS))
        .send(graphErrorBody({ code: 131016 }));
    case 'garbage':
      return reply.code(200).type('application/json').send('<html><body>502 Bad Gateway{"messages":[{"id":');
    case 'reset':
      reply.hijack();
      reply.raw.socket?.resetAndDestroy();
      return reply;
    case 'hang':
    case 'accept-then-timeout':
      return goSilent(reply, fault.hangMs);
  }
}

/** Says nothing for a while, then drops the line. */
export function goSilent(reply: FastifyReply, ms: number): FastifyReply {
  reply.hijack();
  const timer = setTimeout(() => reply.raw.socket?.destroy(), ms);
  reply.raw.once('close', () => clearTimeout(timer));
  return reply;
}
