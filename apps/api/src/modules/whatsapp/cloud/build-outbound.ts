import type { MessageContent, OutboundMessage } from '../../channels/index.js';
import { whatsappCloudCapabilities } from './capabilities.js';
import { brokenLimit, built, refused, type Built, type Json } from './outbound/built.js';
import { contactsBody } from './outbound/contacts-body.js';
import { interactiveBody } from './outbound/interactive-body.js';
import { mediaBody, type SendableMedia } from './outbound/media-body.js';
import { recipientOf } from './outbound/recipient.js';
import { templateBody } from './outbound/template-body.js';

const MAX_CORRELATION = 512;

/**
 * The body of `POST /{phone number id}/messages` for a channel-neutral message, or why there is none. Our attempt id travels in
 * `biz_opaque_callback_data`, which statuses return: that is how a lost outcome is settled, since Meta knows no idempotency key.
 */
export function buildOutbound(message: OutboundMessage, media?: SendableMedia): Built {
  const recipient = recipientOf(message.to);
  if (recipient === undefined)
    return refused(
      'no_recipient',
      'This person has neither a valid phone number nor a WhatsApp identity.',
      'recipient_unreachable',
    );
  if (message.correlationId.length > MAX_CORRELATION)
    return refused('correlation_too_long', 'The attempt id is longer than WhatsApp returns.');
  const content = contentBody(message.content, media);
  if (!content.ok) return content;
  return built({
    messaging_product: 'whatsapp',
    recipient_type: 'individual',
    ...recipient,
    ...content.body,
    ...(message.replyToProviderId === undefined ? {} : { context: { message_id: message.replyToProviderId } }),
    ...(message.correlationId === '' ? {} : { biz_opaque_callback_data: message.correlationId }),
  });
}

/** Marks a message (and so those before it) read; typing shows until we answer, 25 seconds at most. */
export function buildReadMark(providerMessageId: string, typing: boolean): Json {
  return {
    messaging_product: 'whatsapp',
    status: 'read',
    message_id: providerMessageId,
    ...(typing ? { typing_indicator: { type: 'text' } } : {}),
  };
}

function contentBody(content: MessageContent, media: SendableMedia | undefined): Built {
  switch (content.type) {
    case 'text': {
      const broken = brokenLimit([
        { name: 'text', text: content.text, max: whatsappCloudCapabilities.textLength, required: true },
      ]);
      return (
        broken ??
        built({
          type: 'text',
          text: {
            ...(content.previewUrl === undefined ? {} : { preview_url: content.previewUrl }),
            body: content.text,
          },
        })
      );
    }
    case 'image':
    case 'audio':
    case 'video':
    case 'document':
    case 'sticker':
      return mediaBody(content, media);
    case 'location': {
      const { latitude, longitude, name, address } = content;
      return built({
        type: 'location',
        location: {
          latitude,
          longitude,
          ...(name === undefined ? {} : { name }),
          ...(address === undefined ? {} : { address }),
        },
      });
    }
    case 'contacts':
      return contactsBody(content.contacts);
    case 'interactive':
      return interactiveBody(content);
    case 'template':
      return templateBody(content, media);
    case 'reaction':
      return built({
        type: 'reaction',
        reaction: { message_id: content.targetProviderMessageId, emoji: content.emoji ?? '' },
      });
    default:
      return refused('type_not_sendable', `WhatsApp cannot send this kind of message (${content.type}).`);
  }
}
