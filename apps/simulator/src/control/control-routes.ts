import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { missing } from '../phone/phone-routes.js';
import { announceTemplate } from '../whatsapp/templates/announce-template.js';
import { handshake } from '../whatsapp/webhooks/handshake.js';
import type { World } from '../world.js';

const clockSchema = z.union([
  z.strictObject({
    advanceMs: z
      .number()
      .min(-366 * 86_400_000)
      .max(366 * 86_400_000),
  }),
  z.strictObject({ offsetMs: z.number() }),
  z.strictObject({ reset: z.literal(true) }),
]);
const templateSchema = z.strictObject({
  id: z.string().optional(),
  name: z.string().optional(),
  language: z.string().default('es'),
  status: z.string().regex(/^[A-Z_]{3,30}$/),
});
const webhookSchema = z.strictObject({
  changes: z
    .array(z.strictObject({ field: z.string().min(1), value: z.record(z.string(), z.unknown()) }))
    .min(1)
    .max(1000),
  copies: z.int().min(1).max(10).default(1),
});

/** Knobs for tests and for people: faults, time, templates, raw webhooks, and starting over. */
export function registerControl(app: FastifyInstance, world: World): void {
  const { clock, switches, courier } = world;
  const time = (): object => ({ offsetMs: clock.offsetMs(), now: clock.iso() });

  app.get('/control/switches', () => switches.state);
  app.post('/control/switches', (request) => {
    const state = switches.change(request.body);
    courier.pump();
    world.changes.publish('switches', null, state);
    return state;
  });

  app.get('/control/clock', time);
  app.post('/control/clock', (request) => {
    const asked = clockSchema.parse(request.body);
    if ('advanceMs' in asked) clock.advance(asked.advanceMs);
    else if ('offsetMs' in asked) clock.advance(asked.offsetMs - clock.offsetMs());
    else clock.reset();
    world.changes.publish('clock', null, time());
    return time();
  });

  app.post('/control/reset', () => {
    world.reset();
    return { reset: true };
  });

  app.get('/control/state', () => ({
    ...time(),
    targetUrl: world.targetUrl,
    callbackUrl: courier.callbackUrl,
    phoneNumberId: world.account.phoneNumberId,
    businessAccountId: world.account.businessAccountId,
    displayNumber: world.account.displayNumber,
    ledgerSeq: world.ledger.lastSeq(),
    webhooks: { ...courier.counts, pending: courier.pending() },
    statusesPending: world.statuses.pending(),
  }));

  app.post('/control/verify', () => handshake(courier.callbackUrl, world.account.verifyToken));

  app.post('/control/templates', (request, reply) => {
    const { id, name, language, status } = templateSchema.parse(request.body);
    const found = id ?? world.templates.find(name ?? '', language)?.id;
    const template = found === undefined ? undefined : announceTemplate(world, found, status);
    return template === undefined ? missing(reply, 'template') : reply.send(template);
  });

  app.post('/control/webhooks', (request) => {
    const { changes, copies } = webhookSchema.parse(request.body);
    return courier.sendTogether(changes, copies);
  });
}
