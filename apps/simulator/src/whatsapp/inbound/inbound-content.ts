import type { PhoneMessage } from '../../phone/phone-message.js';
import type { PhoneAction } from '../../phone/thread-message.js';
import type { StoredMedia } from '../media/media-store.js';
import type { Person } from '../webhooks/envelope.js';

/** The typed part of a webhook message, `{ type, [type]: ... }`. */
export type InboundContent = { type: string } & Record<string, unknown>;

export interface InboundParts {
  person: Person;
  /** The file of a media message and its short-lived address. */
  media: { file: Omit<StoredMedia, 'number'>; url: string } | null;
  /** The action of a bubble that was tapped. */
  tapped: PhoneAction | null;
}

/** What a deed on the phone becomes on the wire. Source: the recorded webhooks of `fixtures/whatsapp/inbound`. */
export function inboundContent(message: PhoneMessage, parts: InboundParts): InboundContent {
  switch (message.type) {
    case 'text':
      return { type: 'text', text: { body: message.text } };
    case 'image':
    case 'video':
      return { type: message.type, [message.type]: { ...fileOf(parts), ...captionOf(message.caption) } };
    case 'document':
      return {
        type: 'document',
        document: {
          ...fileOf(parts),
          filename: message.fileName ?? parts.media?.file.fileName ?? 'documento',
          ...captionOf(message.caption),
        },
      };
    case 'audio':
    case 'voice':
      return { type: 'audio', audio: { ...fileOf(parts), voice: message.type === 'voice' } };
    case 'sticker':
      return { type: 'sticker', sticker: { ...fileOf(parts), animated: false } };
    case 'location': {
      const { latitude, longitude, name, address } = message;
      return {
        type: 'location',
        location: {
          latitude,
          longitude,
          ...(name === undefined ? {} : { name }),
          ...(address === undefined ? {} : { address }),
        },
      };
    }
    case 'contacts':
      return { type: 'contacts', contacts: message.contacts };
    case 'share_contact':
      return { type: 'contacts', contacts: [ownCard(parts.person)] };
    case 'reaction':
      return { type: 'reaction', reaction: { message_id: message.messageId, emoji: message.emoji } };
    case 'button':
    case 'list':
      return tapContent(message, parts.tapped);
    case 'order': {
      const items = message.items.map(({ sku, quantity, price, currency }) => ({
        product_retailer_id: sku,
        quantity,
        item_price: price,
        currency,
      }));
      return { type: 'order', order: { catalog_id: message.catalogId, text: message.text, product_items: items } };
    }
    case 'flow':
      return {
        type: 'interactive',
        interactive: {
          type: 'nfm_reply',
          nfm_reply: { response_json: JSON.stringify(message.response), body: 'Sent', name: 'flow' },
        },
      };
    case 'edit':
      return {
        type: 'edit',
        edit: {
          original_message_id: message.messageId,
          message: { context: { id: 'M0' }, type: 'text', text: { body: message.text } },
        },
      };
    case 'revoke':
      return { type: 'revoke', revoke: { original_message_id: message.messageId } };
    case 'unsupported':
      return {
        type: 'unsupported',
        unsupported: { type: message.what },
        errors: [
          {
            code: 131051,
            title: 'Message type unknown',
            message: 'Message type unknown',
            error_data: { details: 'Message type is currently not supported.' },
          },
        ],
      };
  }
}

function fileOf({ media }: InboundParts): Record<string, unknown> {
  return media === null
    ? {}
    : { mime_type: media.file.mimeType, sha256: media.file.sha256.base64, id: media.file.id, url: media.url };
}

const captionOf = (caption: string | undefined): { caption?: string } =>
  caption === undefined || caption === '' ? {} : { caption };

/** A tap on a template's quick reply is a `button`; on a message's own button or row an `interactive`. */
function tapContent(
  message: Extract<PhoneMessage, { type: 'button' | 'list' }>,
  tapped: PhoneAction | null,
): InboundContent {
  const id = tapped?.id ?? message.id ?? message.title ?? '';
  const title = tapped?.title ?? message.title ?? id;
  if (tapped?.kind === 'quick_reply') return { type: 'button', button: { payload: id, text: title } };
  if (message.type === 'list' || tapped?.kind === 'row') {
    const description = tapped?.description ?? message.description;
    return {
      type: 'interactive',
      interactive: { type: 'list_reply', list_reply: { id, title, ...(description ? { description } : {}) } },
    };
  }
  return { type: 'interactive', interactive: { type: 'button_reply', button_reply: { id, title } } };
}

function ownCard({ name, waId }: Person): Record<string, unknown> {
  const phone = waId ?? '593999999999';
  const vcard = `BEGIN:VCARD\nVERSION:3.0\nN:;${name};;;\nFN:${name}\nTEL;type=CELL;waid=${phone}:+${phone}\nEND:VCARD`;
  return { vcard, origin: 'REQUEST_CONTACT_INFO', phones: [{ phone: `+${phone}`, wa_id: phone, type: 'CELL' }] };
}
