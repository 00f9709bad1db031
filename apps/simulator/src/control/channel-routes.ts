import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { World } from '../world.js';

const id = z.string().regex(/^\d{5,30}$/);
const secret = z.string().min(1).max(1000);
const schema = z.object({
  phoneNumberId: id,
  wabaId: id.nullish(),
  displayNumber: z.string().max(40).nullish(),
  appSecret: secret,
  accessToken: secret,
  verifyToken: secret.nullish(),
  webhookUrl: z.url({ protocol: /^https?$/ }).nullish(),
});

/** The product says which number it uses and by which secrets. One number is played at a time: the first that is told, until a restart. */
export function registerChannels(app: FastifyInstance, world: World): void {
  let told: string | undefined;

  app.post('/control/channels', (request, reply) => {
    const channel = schema.parse(request.body);
    if (told !== undefined && told !== channel.phoneNumberId) {
      return reply.code(409).send({ error: { code: 'plays_another_number', message: `This simulator plays ${told}.` } });
    }
    told = channel.phoneNumberId;
    const { account, courier } = world;
    Object.assign(account, {
      phoneNumberId: channel.phoneNumberId,
      businessAccountId: channel.wabaId ?? account.businessAccountId,
      displayNumber: channel.displayNumber ?? account.displayNumber,
      accessToken: channel.accessToken,
      appSecret: channel.appSecret,
      verifyToken: channel.verifyToken ?? account.verifyToken,
    });
    courier.callbackUrl = channel.webhookUrl ?? courier.callbackUrl;
    return reply.send({ phoneNumberId: account.phoneNumberId, webhookUrl: courier.callbackUrl });
  });
}
