import { newMessageId } from '../whatsapp/identifiers.js';
import { inboundContent } from '../whatsapp/inbound/inbound-content.js';
import { downloadUrl } from '../whatsapp/media/media-address.js';
import { mediaFor } from '../whatsapp/media/media-owner.js';
import type { StoredMedia } from '../whatsapp/media/media-store.js';
import type { PlayedNumber } from '../whatsapp/numbers/played-number.js';
import type { Delivery } from '../whatsapp/webhooks/courier.js';
import { inboundChange, type Change } from '../whatsapp/webhooks/envelope.js';
import { digitsOf } from '../whatsapp/account.js';
import type { World } from '../world.js';
import type { Chat } from './customers.js';
import type { PhoneMessage } from './phone-message.js';
import { sampleFor } from './sample-media.js';
import { emptyMessage, type PhoneAction, type ThreadMessage } from './thread-message.js';

const HELD_MS = 3000;
const held = new WeakMap<Chat, (() => void)[]>();

/** A customer does something in the chat with a number: the bubble changes at once, the signed webhook leaves. Resolves with the bubble, after the product's first answer when the message waits for it. */
export async function writeMessage(
  world: World,
  number: PlayedNumber,
  chat: Chat,
  message: PhoneMessage,
): Promise<ThreadMessage> {
  const { customer } = chat;
  const file = fileFor(world, number, message);
  const tapped = 'messageId' in message ? actionOf(chat, message) : null;
  const id = newMessageId();
  const media = file === null ? null : { file, url: downloadUrl(world, file.id, world.origin) };
  const content = inboundContent(message, { person: customer, media, tapped });
  const quoted =
    message.replyTo ??
    ((message.type === 'button' || message.type === 'list') && message.messageId ? message.messageId : undefined);
  const wire = {
    ...contextOf(number, message, quoted),
    ...(message.referral === undefined ? {} : { referral: referralOf(message.referral) }),
    ...(customer.waId === null ? {} : { from: customer.waId }),
    from_user_id: customer.userId,
    id,
    timestamp: String(world.clock.seconds()),
    ...content,
  };
  chat.lastInboundAt = world.clock.now();
  const bubble = bubbleFor(world, chat, message, { id, type: content.type, tapped, file, quoted: quoted ?? null });
  world.changes.publish('message', customer.id, bubble, number.id);
  const told = post(world, number, chat, message, inboundChange(number.account, customer, wire), bubble);
  if (message.wait) await told;
  return bubble;
}

function post(
  world: World,
  number: PlayedNumber,
  chat: Chat,
  message: PhoneMessage,
  change: Change,
  bubble: ThreadMessage,
): Promise<void> {
  return new Promise((resolve) => {
    const note = (delivery: Delivery): void => {
      bubble.webhook = delivery;
      if (delivery.outcome === 'acknowledged' && bubble.status === 'accepted') bubble.status = 'delivered';
      world.changes.publish('message', chat.customer.id, bubble, number.id);
      resolve();
    };
    const leave = (): void => {
      number.courier.send(change, note);
      if (message.options.duplicate) number.courier.send(change);
    };
    const waiting = held.get(chat) ?? [];
    if (message.options.outOfOrder) {
      const once = (): void => {
        clearTimeout(timer);
        held.set(
          chat,
          (held.get(chat) ?? []).filter((each) => each !== once),
        );
        leave();
      };
      const timer = setTimeout(once, HELD_MS).unref();
      held.set(chat, [...waiting, once]);
      return;
    }
    leave();
    for (const release of waiting) setTimeout(release, 50).unref();
  });
}

function fileFor(world: World, number: PlayedNumber, message: PhoneMessage): StoredMedia | null {
  const sample = sampleFor(message.type);
  if (sample === undefined) return null;
  const given = message as Extract<PhoneMessage, { type: 'image' }>;
  const known = given.mediaId === undefined ? undefined : mediaFor(world, [number], given.mediaId);
  if (known !== undefined) return known;
  const bytes = Buffer.from(given.fileBase64 ?? sample.base64, 'base64');
  const mimeType = given.mimeType ?? sample.mimeType;
  return world.media.put(
    bytes,
    message.type === 'voice' && mimeType.startsWith('audio/ogg') ? 'audio/ogg; codecs=opus' : mimeType,
    given.fileName ?? sample.fileName,
    number.id,
  );
}

function actionOf(chat: Chat, message: PhoneMessage): PhoneAction | null {
  if (message.type !== 'button' && message.type !== 'list') return null;
  const bubble = chat.thread.find(({ id }) => id === message.messageId);
  return (
    bubble?.actions.find(({ id, title }) => (message.id === undefined ? title === message.title : id === message.id)) ??
    null
  );
}

function contextOf({ account }: PlayedNumber, message: PhoneMessage, quoted: string | undefined): { context?: object } {
  if (quoted !== undefined) return { context: { from: digitsOf(account.displayNumber), id: quoted } };
  if (message.frequentlyForwarded) return { context: { frequently_forwarded: true } };
  return message.forwarded ? { context: { forwarded: true } } : {};
}

function referralOf(given: Record<string, unknown>): Record<string, unknown> {
  return {
    source_url: 'https://fb.me/simulator',
    source_id: '120226305854810001',
    source_type: 'ad',
    headline: 'Chatea con nosotros',
    body: 'Promoción',
    media_type: 'image',
    ctwa_clid: 'simulated-click',
    ...given,
  };
}

interface Made {
  id: string;
  type: string;
  tapped: PhoneAction | null;
  file: StoredMedia | null;
  quoted: string | null;
}

/** Reactions, edits and deletions change a bubble that is there; everything else makes one. */
function bubbleFor(world: World, chat: Chat, message: PhoneMessage, made: Made): ThreadMessage {
  const old =
    message.type === 'reaction' || message.type === 'edit' || message.type === 'revoke'
      ? chat.thread.find(({ id }) => id === message.messageId)
      : undefined;
  if (old !== undefined && message.type === 'reaction') old.reactions.mine = message.emoji || null;
  if (old !== undefined && message.type === 'edit') Object.assign(old, { text: message.text, edited: true });
  if (old !== undefined && message.type === 'revoke') old.deleted = true;
  if (old !== undefined) return old;
  const { file } = made;
  const media =
    file === null
      ? null
      : { id: file.id, link: null, mimeType: file.mimeType, fileName: file.fileName, voice: message.type === 'voice' };
  const bubble = emptyMessage({
    id: made.id,
    direction: 'sent',
    type: made.type,
    at: world.clock.iso(),
    text: textOf(message, made.tapped),
    media,
    details: detailsOf(message),
    replyTo: made.quoted,
  });
  world.customers.wrote(chat, bubble);
  return bubble;
}

function textOf(message: PhoneMessage, tapped: PhoneAction | null): string | null {
  if ('text' in message) return message.text || null;
  if ('caption' in message) return message.caption ?? null;
  if (message.type === 'button' || message.type === 'list') return tapped?.title ?? message.title ?? message.id ?? null;
  if (message.type === 'location') return message.name ?? `${message.latitude}, ${message.longitude}`;
  return message.type === 'share_contact' ? 'Mi número' : null;
}

function detailsOf(message: PhoneMessage): unknown {
  if (message.type === 'location')
    return { latitude: message.latitude, longitude: message.longitude, name: message.name, address: message.address };
  if (message.type === 'order') return { items: message.items };
  return message.type === 'contacts' ? message.contacts : null;
}
