import type { ChannelEvent, InboundMessageEvent, MessageContent, Sender } from '../../../channels/index.js';
import { NO_CONTACTS, type ContactBook } from './contact-book.js';
import { messageContent } from './message-content.js';
import { providerTime } from './provider-time.js';
import { referralOf } from './referral.js';
import { resolveSender, senderIds } from './sender.js';
import { asId, asObject, type JsonObject } from './untrusted-json.js';

/** Where a change came from: the number it names and when we received it. */
export interface ChangeScope {
  address: string;
  contacts: ContactBook;
  receivedAt: Date;
}

/** One entry of `messages[]`; undefined when it has no usable id or nobody to attribute it to. */
export function messageEvents(message: JsonObject, scope: ChangeScope): ChannelEvent[] | undefined {
  const id = asId(message.id);
  const system = message.type === 'system' ? asObject(message.system) : undefined;
  const sender =
    resolveSender(senderIds(message.from, message.from_user_id, message.from_parent_user_id), scope.contacts) ??
    resolveSender(senderIds(system?.wa_id, system?.user_id), NO_CONTACTS);
  if (id === undefined || sender === undefined) return undefined;
  const head = { dedupeKey: id, address: scope.address, ...providerTime(message.timestamp, scope.receivedAt) };
  if (message.type === 'edit' || message.type === 'revoke') {
    const original = asId(asObject(message[message.type])?.original_message_id);
    if (original === undefined) return undefined;
    const edited = asObject(asObject(message.edit)?.message);
    if (message.type === 'revoke')
      return [{ kind: 'revision', ...head, providerMessageId: original, sender, change: { kind: 'revoked' } }];
    return [
      {
        kind: 'revision',
        ...head,
        providerMessageId: original,
        sender,
        change: { kind: 'edited', content: messageContent(edited ?? {}) },
      },
    ];
  }
  const content = messageContent(message);
  const event: InboundMessageEvent = { kind: 'message', ...head, providerMessageId: id, sender, content };
  readContext(event, asObject(message.context));
  const referral = referralOf(asObject(message.referral));
  if (referral !== undefined) event.referral = referral;
  const groupId = asId(message.group_id);
  if (groupId !== undefined) event.groupId = groupId;
  learnOwnNumber(sender, content);
  return system === undefined ? [event] : [event, ...numberChange(event, system)];
}

/** One entry of `message_echoes[]`: what staff wrote in the WhatsApp Business app. */
export function echoEvent(message: JsonObject, scope: ChangeScope): ChannelEvent | undefined {
  const id = asId(message.id);
  const recipient = resolveSender(senderIds(message.to, message.to_user_id, message.to_parent_user_id), scope.contacts);
  if (id === undefined || recipient === undefined) return undefined;
  const replyTo = asId(asObject(message.context)?.id);
  return {
    kind: 'echo',
    dedupeKey: id,
    address: scope.address,
    ...providerTime(message.timestamp, scope.receivedAt),
    providerMessageId: id,
    recipient,
    content: messageContent(message),
    ...(replyTo === undefined ? {} : { replyTo }),
  };
}

function readContext(event: InboundMessageEvent, context: JsonObject | undefined): void {
  if (context === undefined) return;
  const replyTo = asId(context.id);
  if (replyTo !== undefined) event.replyTo = replyTo;
  if (context.frequently_forwarded === true) event.forwarded = 'many';
  else if (context.forwarded === true) event.forwarded = 'once';
  const product = asObject(context.referred_product);
  const retailerId = asId(product?.product_retailer_id);
  if (retailerId !== undefined) event.referredProduct = { catalogId: asId(product?.catalog_id) ?? '', retailerId };
}

/** The answer to our request for a number is the only card that speaks of its sender. */
function learnOwnNumber(sender: Sender, content: MessageContent): void {
  if (content.type !== 'contacts' || content.contacts.length !== 1 || sender.phone !== undefined) return;
  const card = content.contacts[0];
  const waId =
    card?.own === true && card.phones.length === 1 ? senderIds(card.phones[0]?.waId, undefined).waId : undefined;
  if (waId === undefined) return;
  sender.identities.push({ kind: 'wa_id', value: waId });
  sender.phone = `+${waId}`;
}

/**
 * `from` is the old number and `system.wa_id` the new one. A changed BSUID comes without the old one here: it is only in the sentence,
 * which holds a name the customer chose, so it is never read from there; `user_id_update` tells it properly.
 */
function numberChange(event: InboundMessageEvent, system: JsonObject): ChannelEvent[] {
  const previous = event.sender.identities.find((identity) => identity.kind === 'wa_id');
  const current = senderIds(system.wa_id, undefined).waId;
  if (
    event.content.type !== 'system' ||
    event.content.event !== 'number_changed' ||
    previous === undefined ||
    current === undefined ||
    current === previous.value
  )
    return [];
  const { address, at, atAssumed } = event;
  const head = {
    dedupeKey: `${event.dedupeKey}:identity`,
    address,
    at,
    ...(atAssumed === undefined ? {} : { atAssumed }),
  };
  return [
    {
      kind: 'notice',
      ...head,
      notice: { kind: 'identity_changed', previous, current: { kind: 'wa_id', value: current }, sender: event.sender },
    },
  ];
}
