import type { MessageContent } from '../../../channels/index.js';
import { interactiveContent, templateButton } from './interactive-content.js';
import { mediaContent } from './media-content.js';
import { orderContent } from './order-content.js';
import { sharedContacts } from './shared-contacts.js';
import { asFilledText, asId, asList, asNumber, asObject, asText, type JsonObject } from './untrusted-json.js';

/** What a message says. A type we do not know, or one without its own object, is shown as unsupported with the provider's reason: never dropped. */
export function messageContent(message: JsonObject): MessageContent {
  return knownContent(message) ?? unsupported(message);
}

function knownContent(message: JsonObject): MessageContent | undefined {
  switch (message.type) {
    case 'text': {
      const text = asText(asObject(message.text)?.body);
      return text === undefined ? undefined : { type: 'text', text };
    }
    case 'image':
    case 'video':
    case 'audio':
    case 'document':
    case 'sticker':
      return mediaContent(message.type, asObject(message[message.type]));
    case 'location':
      return location(asObject(message.location));
    case 'contacts':
      return Array.isArray(message.contacts)
        ? { type: 'contacts', contacts: sharedContacts(message.contacts) }
        : undefined;
    case 'interactive':
      return interactiveContent(asObject(message.interactive), errorText(message));
    case 'button':
      return templateButton(asObject(message.button));
    case 'reaction': {
      const reaction = asObject(message.reaction);
      const target = asId(reaction?.message_id);
      return target === undefined
        ? undefined
        : { type: 'reaction', targetProviderMessageId: target, emoji: asFilledText(reaction?.emoji, 64) ?? null };
    }
    case 'order':
      return orderContent(asObject(message.order));
    case 'system':
      return system(asObject(message.system));
    default:
      return undefined;
  }
}

function location(source: JsonObject | undefined): MessageContent | undefined {
  const latitude = asNumber(source?.latitude);
  const longitude = asNumber(source?.longitude);
  if (
    source === undefined ||
    latitude === undefined ||
    longitude === undefined ||
    Math.abs(latitude) > 90 ||
    Math.abs(longitude) > 180
  )
    return undefined;
  const content: MessageContent = { type: 'location', latitude, longitude };
  const name = asFilledText(source.name, 1000);
  if (name !== undefined) content.name = name;
  const address = asFilledText(source.address, 1000);
  if (address !== undefined) content.address = address;
  const url = asFilledText(source.url, 2000);
  if (url !== undefined) content.url = url;
  return content;
}

function system(source: JsonObject | undefined): MessageContent | undefined {
  if (source === undefined) return undefined;
  const kind = asText(source.type, 100) ?? '';
  const event = kind.endsWith('changed_number')
    ? 'number_changed'
    : kind === 'user_changed_user_id' || kind === 'customer_identity_changed'
      ? 'identity_changed'
      : 'other';
  return { type: 'system', event, text: asText(source.body) ?? '' };
}

function unsupported(message: JsonObject): MessageContent {
  const type = asFilledText(message.type, 100);
  const original = type === 'unsupported' ? asFilledText(asObject(message.unsupported)?.type, 100) : type;
  const code = asNumber(asObject(asList(message.errors)[0])?.code);
  return {
    type: 'unsupported',
    originalType: original ?? null,
    providerCode: code ?? null,
    reason: errorText(message) ?? 'WhatsApp did not hand over what this message says.',
  };
}

function errorText(message: JsonObject): string | undefined {
  const error = asObject(asList(message.errors)[0]);
  return (
    asFilledText(asObject(error?.error_data)?.details, 1000) ??
    asFilledText(error?.title, 1000) ??
    asFilledText(error?.message, 1000)
  );
}
