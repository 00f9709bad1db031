import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { World } from '../world.js';

const id = z.string().regex(/^\d{5,30}$/);
const secret = z.string().min(1).max(1000);
const schema = z.object({
  phoneNumberId: id,
  wabaId: id.nullable().default(null),
  displayNumber: z.string().max(40).nullable().default(null),
  name: z.string().max(200).nullable().default(null),
  appSecret: secret,
  accessToken: secret,
  verifyToken: secret.nullable().default(null),
  webhookUrl: z
    .url({ protocol: /^https?$/ })
    .nullable()
    .default(null),
  primary: z.boolean().nullable().default(null),
});

/** The product says which numbers it uses and by which secrets: each is played from then on, until a restart. */
export function registerChannels(app: FastifyInstance, world: World): void {
  app.post('/control/channels', (request) => {
    const number = world.numbers.introduce(schema.parse(request.body));
    return { phoneNumberId: number.id, webhookUrl: number.courier.callbackUrl };
  });
}
