import type { FastifyInstance } from 'fastify';
import type { World } from '../world.js';
import {
  accountsOf,
  graphCall,
  NODE,
  pick,
  speakingFor,
  type Caller,
  type NodePath,
  type Outcome,
} from './graph-call.js';
import { unknownObject } from './graph-error.js';
import { describeMedia } from './media/media-address.js';
import { mediaFor } from './media/media-owner.js';
import type { PlayedNumber } from './numbers/played-number.js';
import { acceptMessage } from './outbound/accept-message.js';
import { handshake } from './webhooks/handshake.js';

/** Messages, the objects themselves, and the subscription of the app. */
export function registerGraph(app: FastifyInstance, world: World): void {
  const only = (
    mine: PlayedNumber | undefined,
    verb: string,
    id: string,
    work: (mine: PlayedNumber) => Outcome | Promise<Outcome>,
  ): Outcome | Promise<Outcome> => (mine === undefined ? { refusal: unknownObject(verb, id) } : work(mine));

  app.post<NodePath>(`${NODE}/messages`, (request, reply) =>
    graphCall(world, request, reply, 'messages', (answered, caller) =>
      only(ownNumber(caller, request.params.node), 'post', request.params.node, (number) =>
        acceptMessage(world, number, request.body, answered),
      ),
    ),
  );

  app.get<NodePath>(NODE, (request, reply) =>
    graphCall(world, request, reply, world.media.get(request.params.node) ? 'media' : null, (_answered, caller) => {
      const { node } = request.params;
      const { fields } = request.query;
      const number = ownNumber(caller, node);
      if (number !== undefined) return { answer: pick(numberOf(world, number), fields) };
      if (speakingFor(caller, node) !== undefined)
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
      const template = world.templates.byId(node, accountsOf(caller))?.template;
      if (template !== undefined) return { answer: pick({ ...template }, fields) };
      const media = mediaFor(world, caller, node);
      return media === undefined
        ? { refusal: unknownObject('get', node) }
        : { answer: describeMedia(world, media, request.host) };
    }),
  );

  app.get<NodePath>(`${NODE}/phone_numbers`, (request, reply) =>
    graphCall(world, request, reply, null, (_answered, caller) =>
      only(speakingFor(caller, request.params.node), 'get', request.params.node, () => ({
        answer: {
          data: world.numbers
            .ofAccount(request.params.node)
            .map((number) => pick(numberOf(world, number), request.query.fields)),
        },
      })),
    ),
  );

  app.get<NodePath>(`${NODE}/subscribed_apps`, (request, reply) =>
    graphCall(world, request, reply, null, (_answered, caller) =>
      only(speakingFor(caller, request.params.node), 'get', request.params.node, ({ courier }) => ({
        answer: {
          data: [
            {
              whatsapp_business_api_data: { id: '70707070', name: 'Simulator', link: 'https://example.com' },
              override_callback_uri: courier.callbackUrl,
            },
          ],
        },
      })),
    ),
  );

  app.post<NodePath & { Body: { override_callback_uri?: string; verify_token?: string } | undefined }>(
    `${NODE}/subscribed_apps`,
    (request, reply) =>
      graphCall(world, request, reply, null, (_answered, caller) =>
        only(speakingFor(caller, request.params.node), 'post', request.params.node, (by) =>
          subscribe(world, by, request.body ?? {}),
        ),
      ),
  );
}

/** An address of the account's own must prove itself before the app's webhooks go there. */
async function subscribe(
  world: World,
  { account }: PlayedNumber,
  body: { override_callback_uri?: string; verify_token?: string },
): Promise<Outcome> {
  const address = body.override_callback_uri;
  if (address === undefined) return { answer: { success: true } };
  const proven = URL.canParse(address) && (await handshake(address, body.verify_token ?? account.verifyToken)).verified;
  if (!proven)
    return {
      refusal: { code: 100, details: 'Callback verification failed: the callback did not echo hub.challenge.' },
    };
  for (const { account: other, courier } of world.numbers.ofAccount(account.businessAccountId))
    if (other.appSecret === account.appSecret) courier.callbackUrl = address;
  return { answer: { success: true } };
}

const ownNumber = (caller: Caller, node: string): PlayedNumber | undefined => caller.find(({ id }) => id === node);

function numberOf({ switches }: World, { account, name }: PlayedNumber): Record<string, unknown> {
  return {
    id: account.phoneNumberId,
    display_phone_number: account.displayNumber,
    verified_name: name,
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
