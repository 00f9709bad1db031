import { reach } from '../../phone/thread-message.js';
import type { World } from '../../world.js';
import { digitsOf } from '../account.js';
import type { GraphRefusal } from '../graph-error.js';
import { newMessageId } from '../identifiers.js';
import { mediaFor } from '../media/media-owner.js';
import type { PlayedNumber } from '../numbers/played-number.js';
import { judge } from './judge.js';
import { receivedBubble } from './received-bubble.js';
import { parseSendRequest, type MessageRequest, type ReadRequest } from './send-request.js';

export type Accepted = { answer: object } | { refusal: GraphRefusal };

/** Carries out one POST to the number's `/messages`. `answered` false: the caller will not hear of it. */
export function acceptMessage(world: World, number: PlayedNumber, json: unknown, answered: boolean): Accepted {
  const parsed = parseSendRequest(json);
  if ('refusal' in parsed) return parsed;
  return parsed.request.kind === 'read'
    ? acceptRead(world, number, parsed.request, json, answered)
    : acceptSend(world, number, parsed.request, json, answered);
}

function acceptSend(
  world: World,
  number: PlayedNumber,
  request: MessageRequest,
  json: unknown,
  answered: boolean,
): Accepted {
  const { switches, clock } = world;
  const { account, limits } = number;
  const { customer, kept } = world.customers.recipient(request.waId, request.userId);
  const chat = world.customers.chat(customer, number.id);
  const now = clock.now();
  if (limits.numberExhausted(switches.state.throughputPerSecond, now)) return { refusal: { code: 130429 } };
  if (switches.state.pairRate && limits.pairExhausted(customer.id, now)) return { refusal: { code: 131056 } };
  const person = [customer.waId, customer.userId];
  const ordered = switches.takeRefusal('answer', person);
  if (ordered !== undefined) return { refusal: { code: ordered } };
  const { body } = request;
  const verdict = judge(request, {
    now,
    ownNumber: digitsOf(account.displayNumber),
    lastInboundAt: chat.lastInboundAt,
    windowRule: switches.state.windowRule,
    template:
      body.type === 'template'
        ? world.templates.of(account.businessAccountId).find(body.content.name, body.content.language.code)
        : undefined,
    hasMedia: (id) => mediaFor(world, [number], id) !== undefined,
  });
  if (verdict.kind === 'refused') return { refusal: verdict.refusal };
  const failsWith = verdict.failsWith ?? switches.takeRefusal('status', person);
  const id = newMessageId();
  world.ledger.append({
    at: clock.iso(),
    number: number.id,
    type: body.type,
    to: request.waId ?? request.userId,
    id,
    correlationId: request.correlationId,
    answered,
    body: json,
  });
  const message = receivedBubble(request, id, clock.iso(), verdict.rendered);
  const media = message.media?.id == null ? undefined : world.media.get(message.media.id);
  if (message.media !== null && media !== undefined)
    Object.assign(message.media, { mimeType: media.mimeType, fileName: message.media.fileName ?? media.fileName });
  const shown = body.type === 'reaction' ? chat.thread.find((each) => each.id === body.content.message_id) : message;
  if (shown !== undefined && body.type === 'reaction') shown.reactions.theirs = body.content.emoji || null;
  if (kept && shown === message) chat.thread.push(message);
  const show = (): void => {
    if (kept && shown !== undefined) world.changes.publish('message', customer.id, shown, number.id);
  };
  show();
  number.statuses.follow(
    { id, person: customer, correlationId: request.correlationId, pricing: verdict.pricing },
    failsWith,
    (status) => {
      reach(message, status, clock.iso());
      if (status === 'failed') message.failureCode = failsWith ?? null;
      show();
    },
  );
  const contact =
    request.waId === null
      ? { input: request.input, user_id: customer.userId }
      : { input: request.input, wa_id: request.waId };
  return { answer: { messaging_product: 'whatsapp', contacts: [contact], messages: [{ id }] } };
}

/** Marks a customer's message, and those before it, as read by the business; typing shows on their phone. */
function acceptRead(
  world: World,
  number: PlayedNumber,
  request: ReadRequest,
  json: unknown,
  answered: boolean,
): Accepted {
  const written = world.customers.chatOf(request.messageId);
  const chat = written?.number === number.id ? written : undefined;
  const type = request.typing ? 'typing' : 'read';
  world.ledger.append({
    at: world.clock.iso(),
    number: number.id,
    type,
    to: chat?.customer.id ?? null,
    id: request.messageId,
    correlationId: null,
    answered,
    body: json,
  });
  if (chat !== undefined) {
    const { customer, thread } = chat;
    const upTo = thread.findIndex(({ id }) => id === request.messageId);
    for (const message of thread.slice(0, upTo + 1)) {
      if (message.direction !== 'sent' || message.status === 'read') continue;
      message.status = 'read';
      world.changes.publish('message', customer.id, message, number.id);
    }
    if (request.typing) world.changes.publish('typing', customer.id, { seconds: 25 }, number.id);
  }
  return { answer: { success: true } };
}
