import '@fastify/multipart';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { World } from '../world.js';
import { presentCustomer, type Customer } from './customers.js';
import { phoneMessageSchema } from './phone-message.js';
import { newCustomerSchema, PhoneScript, stepSchema, type Step, type StepResult } from './script.js';

interface Of {
  Params: { id: string };
}

const replaySchema = z.strictObject({
  steps: z.array(stepSchema).max(1000),
  pace: z.enum(['recorded', 'fast']).default('fast'),
});

/** The phone in JSON: people, chats, deeds, and the script of what was done. */
export function registerPhone(app: FastifyInstance, world: World): void {
  const script = new PhoneScript(world);
  const present = (customer: Customer): Record<string, unknown> => presentCustomer(customer, world.clock.now());
  const asked = (request: FastifyRequest<Of>): Customer | undefined => world.customers.find(request.params.id);
  const act = async (
    reply: FastifyReply,
    step: unknown,
    status: number,
    shape: (done: unknown) => unknown = (done) => done,
  ): Promise<FastifyReply> => {
    const result: StepResult = await script.perform(stepSchema.parse(step));
    return 'done' in result ? reply.code(status).send(shape(result.done)) : missing(reply, 'customer');
  };

  app.get<{ Querystring: { limit?: string } }>('/phone/customers', (request) => {
    const all = world.customers
      .all()
      .sort((a, b) => Number(a.automatic) - Number(b.automatic) || lastAt(b).localeCompare(lastAt(a)));
    return {
      data: all.slice(0, Math.min(Number(request.query.limit) || 200, 2000)).map(present),
      total: all.length,
      seq: world.changes.lastSeq(),
    };
  });

  app.post('/phone/customers', (request, reply) =>
    act(reply, { do: 'customer', with: newCustomerSchema.parse(request.body) }, 201, (done) =>
      present(done as Customer),
    ),
  );

  app.get<Of>('/phone/customers/:id/thread', (request, reply) => {
    const customer = asked(request);
    if (customer === undefined) return missing(reply, 'customer');
    return reply.send({ customer: present(customer), messages: customer.thread, seq: world.changes.lastSeq() });
  });

  app.post<Of>('/phone/customers/:id/messages', async (request, reply) => {
    const sent = request.isMultipart() ? await uploaded(request) : request.body;
    return act(reply, { do: 'message', customer: request.params.id, with: phoneMessageSchema.parse(sent) }, 201);
  });

  app.post<Of>('/phone/customers/:id/open', (request, reply) =>
    act(reply, { do: 'open', customer: request.params.id }, 200),
  );

  app.post<Of>('/phone/customers/:id/click', (request, reply) =>
    act(reply, { do: 'click', customer: request.params.id, with: request.body }, 200),
  );

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

const lastAt = (customer: Customer): string => customer.thread.at(-1)?.at ?? '';

export function missing(reply: FastifyReply, what: string): FastifyReply {
  return reply.code(404).send({ error: { code: 'not_found', message: `There is no such ${what}.` } });
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
