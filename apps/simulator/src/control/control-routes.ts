import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { numberNamed, presentNumber } from '../phone/number-routes.js';
import { missing } from '../phone/phone-routes.js';
import type { PlayedNumber } from '../whatsapp/numbers/played-number.js';
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
/** Phone number id; absent: the usual one. */
const named = z.string().max(30).optional();
const templateSchema = z.strictObject({
  id: z.string().optional(),
  name: z.string().optional(),
  language: z.string().default('es'),
  status: z.string().regex(/^[A-Z_]{3,30}$/),
  number: named,
});
const verifySchema = z.looseObject({ number: named });
const metadataSchema = z.looseObject({ metadata: z.looseObject({ phone_number_id: z.string() }) });
const webhookSchema = z.strictObject({
  changes: z
    .array(z.strictObject({ field: z.string().min(1), value: z.record(z.string(), z.unknown()) }))
    .min(1)
    .max(1000),
  copies: z.int().min(1).max(10).default(1),
  number: named,
});

/** Knobs for tests and for people: faults, time, templates, raw webhooks, and starting over. */
export function registerControl(app: FastifyInstance, world: World): void {
  const { clock, switches, numbers } = world;
  const sum = (of: (number: PlayedNumber) => number): number =>
    numbers.all().reduce((total, number) => total + of(number), 0);
  /** Whose webhook this is: what it says of itself, where that number is played. */
  const numberOf = (changes: readonly { value: Record<string, unknown> }[]): PlayedNumber => {
    const said = changes.map(({ value }) => metadataSchema.safeParse(value).data?.metadata.phone_number_id);
    return said.flatMap((id) => numbers.get(id ?? '') ?? [])[0] ?? numbers.usual();
  };
  const time = (): object => ({ offsetMs: clock.offsetMs(), now: clock.iso() });

  app.get('/control/switches', () => switches.state);
  app.post('/control/switches', (request) => {
    const state = switches.change(request.body);
    for (const { courier } of numbers.all()) courier.pump();
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

  app.get('/control/state', () => {
    const { account, courier } = numbers.usual();
    return {
      ...time(),
      targetUrl: world.targetUrl,
      callbackUrl: courier.callbackUrl,
      phoneNumberId: account.phoneNumberId,
      businessAccountId: account.businessAccountId,
      displayNumber: account.displayNumber,
      numbers: numbers.listed().map((number) => presentNumber(world, number)),
      ledgerSeq: world.ledger.lastSeq(),
      webhooks: {
        acknowledged: sum((each) => each.courier.counts.acknowledged),
        failed: sum((each) => each.courier.counts.failed),
        dropped: sum((each) => each.courier.counts.dropped),
        updates: sum((each) => each.courier.counts.updates),
        pending: sum((each) => each.courier.pending()),
      },
      statusesPending: sum((each) => each.statuses.pending()),
    };
  });

  app.post('/control/verify', (request, reply) => {
    const number = numberNamed(world, verifySchema.parse(request.body ?? {}).number);
    return number === undefined
      ? missing(reply, 'number')
      : handshake(number.courier.callbackUrl, number.account.verifyToken);
  });

  app.post('/control/templates', (request, reply) => {
    const { id, name, language, status, number: named } = templateSchema.parse(request.body);
    const number = numberNamed(world, named);
    if (number === undefined) return missing(reply, 'number');
    const found = id ?? world.templates.of(number.account.businessAccountId).find(name ?? '', language)?.id;
    const template = found === undefined ? undefined : announceTemplate(world, found, status);
    return template === undefined ? missing(reply, 'template') : reply.send(template);
  });

  app.post('/control/webhooks', (request, reply) => {
    const { changes, copies, number: named } = webhookSchema.parse(request.body);
    const number = named === undefined ? numberOf(changes) : numbers.get(named);
    return number === undefined ? missing(reply, 'number') : number.courier.sendTogether(changes, copies);
  });
}
