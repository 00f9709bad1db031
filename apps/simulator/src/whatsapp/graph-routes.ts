import type { FastifyInstance } from 'fastify';
import type { World } from '../world.js';
import { graphCall, NODE, pick, type NodePath, type Outcome } from './graph-call.js';
import { unknownObject } from './graph-error.js';
import { describeMedia } from './media/media-address.js';
import { acceptMessage } from './outbound/accept-message.js';
import { handshake } from './webhooks/handshake.js';

/** Messages, the objects themselves, and the subscription of the app. */
export function registerGraph(app: FastifyInstance, world: World): void {
  const { account } = world;
  const isNumber = (id: string): boolean => id === account.phoneNumberId;
  const isAccount = (id: string): boolean => id === account.businessAccountId;
  const only = (
    mine: boolean,
    verb: string,
    id: string,
    work: () => Outcome | Promise<Outcome>,
  ): Outcome | Promise<Outcome> => (mine ? work() : { refusal: unknownObject(verb, id) });

  app.post<NodePath>(`${NODE}/messages`, (request, reply) =>
    graphCall(world, request, reply, 'messages', (answered) =>
      only(isNumber(request.params.node), 'post', request.params.node, () =>
        acceptMessage(world, request.body, answered),
      ),
    ),
  );

  app.get<NodePath>(NODE, (request, reply) =>
    graphCall(world, request, reply, world.media.get(request.params.node) ? 'media' : null, () => {
      const { node } = request.params;
      const { fields } = request.query;
      if (isNumber(node)) return { answer: pick(numberOf(world), fields) };
      if (isAccount(node))
        return {
          answer: pick(
            {
              id: node,
              name: 'Tienda de prueba',
              currency: 'USD',
              timezone_id: '42',
              message_template_namespace: 'simulator',
            },
            fields,
          ),
        };
      const template = world.templates.byId(node);
      if (template !== undefined) return { answer: pick({ ...template }, fields) };
      const media = world.media.get(node);
      return media === undefined
        ? { refusal: unknownObject('get', node) }
        : { answer: describeMedia(world, media, request.host) };
    }),
  );

  app.get<NodePath>(`${NODE}/phone_numbers`, (request, reply) =>
    graphCall(world, request, reply, null, () =>
      only(isAccount(request.params.node), 'get', request.params.node, () => ({
        answer: { data: [pick(numberOf(world), request.query.fields)] },
      })),
    ),
  );

  app.get<NodePath>(`${NODE}/subscribed_apps`, (request, reply) =>
    graphCall(world, request, reply, null, () =>
      only(isAccount(request.params.node), 'get', request.params.node, () => ({
        answer: {
          data: [
            {
              whatsapp_business_api_data: { id: '70707070', name: 'Simulator', link: 'https://example.com' },
              override_callback_uri: world.courier.callbackUrl,
            },
          ],
        },
      })),
    ),
  );

  app.post<NodePath & { Body: { override_callback_uri?: string; verify_token?: string } | undefined }>(
    `${NODE}/subscribed_apps`,
    (request, reply) =>
      graphCall(world, request, reply, null, () =>
        only(isAccount(request.params.node), 'post', request.params.node, () => subscribe(world, request.body ?? {})),
      ),
  );
}

/** An address of its own must prove itself before webhooks go there. */
async function subscribe(
  world: World,
  body: { override_callback_uri?: string; verify_token?: string },
): Promise<Outcome> {
  const address = body.override_callback_uri;
  if (address === undefined) return { answer: { success: true } };
  const proven =
    URL.canParse(address) && (await handshake(address, body.verify_token ?? world.account.verifyToken)).verified;
  if (!proven)
    return {
      refusal: { code: 100, details: 'Callback verification failed: the callback did not echo hub.challenge.' },
    };
  world.courier.callbackUrl = address;
  return { answer: { success: true } };
}

function numberOf({ account, switches }: World): Record<string, unknown> {
  return {
    id: account.phoneNumberId,
    display_phone_number: account.displayNumber,
    verified_name: 'Tienda de prueba',
    quality_rating: 'GREEN',
    code_verification_status: 'VERIFIED',
    name_status: 'APPROVED',
    status: switches.state.tokenExpired ? 'DISCONNECTED' : 'CONNECTED',
    platform_type: 'CLOUD_API',
    account_mode: 'SANDBOX',
    throughput: { level: 'STANDARD' },
    whatsapp_business_manager_messaging_limit: 'TIER_2K',
  };
}
