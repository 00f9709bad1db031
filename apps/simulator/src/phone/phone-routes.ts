import '@fastify/multipart';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { World } from '../world.js';
import { presentCustomer, type Chat, type Customer } from './customers.js';
import { numberNamed } from './number-routes.js';
import { phoneMessageSchema } from './phone-message.js';
import { newCustomerSchema, PhoneScript, stepSchema, type Step, type StepResult } from './script.js';

interface Of {
  Params: { id: string };
  Querystring: { number?: string };
}

const bodySchema = z.looseObject({ number: z.string().max(30).optional() });
const replaySchema = z.strictObject({
  steps: z.array(stepSchema).max(1000),
  pace: z.enum(['recorded', 'fast']).default('fast'),
});

/** The phone in JSON: people, chats, deeds, and the script of what was done. */
export function registerPhone(app: FastifyInstance, world: World): void {
  const script = new PhoneScript(world);
  const present = (chat: Chat): Record<string, unknown> => presentCustomer(chat, world.clock.now());
  const act = async (
    reply: FastifyReply,
    step: unknown,
    status: number,
    shape: (done: unknown) => unknown = (done) => done,
  ): Promise<FastifyReply> => {
    const result: StepResult = await script.perform(stepSchema.parse(step));
    return 'done' in result ? reply.code(status).send(shape(result.done)) : missing(reply, result.unknown);
  };

  app.get<{ Querystring: { limit?: string; number?: string } }>('/phone/customers', (request, reply) => {
    const number = numberNamed(world, request.query.number);
    if (number === undefined) return missing(reply, 'number');
    const all = world.customers
      .chatsWith(number.id)
      .sort(
        (a, b) => Number(a.customer.automatic) - Number(b.customer.automatic) || lastAt(b).localeCompare(lastAt(a)),
      );
    return reply.send({
      data: all.slice(0, Math.min(Number(request.query.limit) || 200, 2000)).map(present),
      total: all.length,
      seq: world.changes.lastSeq(),
    });
  });

  app.post<{ Querystring: { number?: string } }>('/phone/customers', (request, reply) => {
    const { number: named = request.query.number, ...person } = bodySchema.parse(request.body);
    const number = numberNamed(world, named);
    if (number === undefined) return missing(reply, 'number');
    return act(reply, { do: 'customer', with: newCustomerSchema.parse(person) }, 201, (done) =>
      present(world.customers.chat(done as Customer, number.id)),
    );
  });

  app.get<Of>('/phone/customers/:id/thread', (request, reply) => {
    const customer = world.customers.find(request.params.id);
    const number = numberNamed(world, request.query.number);
    if (customer === undefined || number === undefined) return missing(reply, customer ? 'number' : 'customer');
    const chat = world.customers.chat(customer, number.id);
    return reply.send({ customer: present(chat), messages: chat.thread, seq: world.changes.lastSeq() });
  });

  app.post<Of>('/phone/customers/:id/messages', async (request, reply) => {
    const { of, rest } = addressed(request, request.isMultipart() ? await uploaded(request) : request.body);
    return act(reply, { do: 'message', ...of, with: phoneMessageSchema.parse(rest) }, 201);
  });

  app.post<Of>('/phone/customers/:id/open', (request, reply) =>
    act(reply, { do: 'open', ...addressed(request, request.body).of }, 200),
  );

  app.post<Of>('/phone/customers/:id/click', (request, reply) => {
    const { of, rest } = addressed(request, request.body);
    return act(reply, { do: 'click', ...of, with: rest }, 200);
  });

  app.get<{ Params: { id: string; mediaId: string } }>('/phone/customers/:id/media/:mediaId', (request, reply) => {
    const media = world.media.get(request.params.mediaId);
    if (media === undefined) return missing(reply, 'media');
    const shown = /^(image\/(png|jpeg|webp|gif)|audio\/|video\/)/.test(media.mimeType);
    return reply
      .type(media.mimeType)
      .headers({
        'x-content-type-options': 'nosniff',
        'content-security-policy': "sandbox; default-src 'none'",
        'content-disposition': shown ? 'inline' : 'attachment',
      })
      .send(media.bytes);
  });

  app.get('/phone/script', () => ({ steps: script.steps() }));
  app.delete('/phone/script', (_request, reply) => {
    script.clear();
    return reply.code(204).send();
  });
  app.post('/phone/script/replay', async (request) => {
    const { steps, pace } = replaySchema.parse(request.body);
    const results = await script.replay(steps as Step[], pace);
    return { done: results.filter((each) => 'done' in each).length, of: steps.length, results };
  });
}

const lastAt = (chat: Chat): string => chat.thread.at(-1)?.at ?? '';

export function missing(reply: FastifyReply, what: string): FastifyReply {
  return reply.code(404).send({ error: { code: 'not_found', message: `There is no such ${what}.` } });
}

/** Who does something in the chat with which number, and the deed itself: `number` stands in the body or in the query. */
function addressed(request: FastifyRequest<Of>, body: unknown): { of: object; rest: unknown } {
  const { number = request.query.number, ...rest } = bodySchema.parse(body ?? {});
  return { of: { customer: request.params.id, ...(number ? { number } : {}) }, rest };
}

/** A form with a file and the message's other fields as text; objects as JSON. */
async function uploaded(request: FastifyRequest): Promise<Record<string, unknown>> {
  const message: Record<string, unknown> = {};
  for await (const part of request.parts()) {
    if (part.type === 'file')
      Object.assign(message, {
        fileBase64: (await part.toBuffer()).toString('base64'),
        mimeType: part.mimetype,
        fileName: part.filename,
      });
    else
      message[part.fieldname] =
        typeof part.value === 'string' && /^[{[]|^(true|false)$/.test(part.value)
          ? (JSON.parse(part.value) as unknown)
          : part.value;
  }
  return message;
}
