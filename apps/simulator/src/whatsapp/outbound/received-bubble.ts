import { emptyMessage, type PhoneAction, type PhoneMedia, type ThreadMessage } from '../../phone/thread-message.js';
import type { RenderedTemplate } from '../templates/template-check.js';
import type { InteractiveContent } from './interactive-schema.js';
import type { MessageRequest, OutboundContent } from './send-request.js';

type Shape = Partial<ThreadMessage>;

/** A message of the business as the customer's phone shows it. Reactions have no bubble of their own. */
export function receivedBubble(
  request: MessageRequest,
  id: string,
  at: string,
  rendered: RenderedTemplate | null,
): ThreadMessage {
  const { body, replyTo, correlationId } = request;
  const shape = rendered === null ? shapeOf(body) : templateShape(rendered);
  return emptyMessage({ id, direction: 'received', type: body.type, at, replyTo, correlationId, ...shape });
}

function shapeOf(body: OutboundContent): Shape {
  switch (body.type) {
    case 'text':
      return { text: body.content.body };
    case 'image':
    case 'video':
    case 'sticker':
    case 'audio':
    case 'document':
      return mediaShape(body.content, body.type === 'audio');
    case 'location':
      return {
        text: [body.content.name, body.content.address].filter(Boolean).join(', ') || null,
        details: body.content,
      };
    case 'contacts':
      return { text: body.content.map(({ name }) => name.formatted_name).join(', '), details: body.content };
    case 'interactive':
      return interactiveShape(body.content);
    case 'reaction':
    case 'template':
      return {};
  }
}

function mediaShape(
  content: {
    id?: string | undefined;
    link?: string | undefined;
    caption?: string | undefined;
    filename?: string | undefined;
  },
  voice: boolean,
): Shape {
  const media: PhoneMedia = {
    id: content.id ?? null,
    link: content.link ?? null,
    mimeType: null,
    fileName: content.filename ?? null,
    voice,
  };
  return { text: content.caption ?? null, media };
}

const action = (
  kind: PhoneAction['kind'],
  id: string,
  title: string,
  more: Partial<PhoneAction> = {},
): PhoneAction => ({ kind, id, title, description: null, url: null, section: null, ...more });

function interactiveShape(content: InteractiveContent): Shape {
  const header = 'header' in content && content.header?.type === 'text' ? content.header.text : null;
  const footer = 'footer' in content ? (content.footer?.text ?? null) : null;
  const common: Shape = { text: content.body?.text ?? null, header, footer, details: content.action };
  switch (content.type) {
    case 'button':
      return { ...common, actions: content.action.buttons.map(({ reply }) => action('reply', reply.id, reply.title)) };
    case 'list': {
      const rows = content.action.sections.flatMap(({ title, rows: all }) =>
        all.map((row) =>
          action('row', row.id, row.title, { description: row.description ?? null, section: title ?? null }),
        ),
      );
      return { ...common, listLabel: content.action.button, actions: rows };
    }
    case 'cta_url':
      return {
        ...common,
        actions: [action('url', 'url', content.action.parameters.display_text, { url: content.action.parameters.url })],
      };
    case 'location_request_message':
      return { ...common, actions: [action('send_location', 'location', 'Enviar ubicación')] };
    case 'contact_request':
      return { ...common, actions: [action('share_contact', 'contact', 'Compartir mi número')] };
    case 'flow':
      return { ...common, actions: [action('flow', 'flow', 'Abrir')] };
    case 'product':
    case 'product_list':
    case 'catalog_message':
      return { ...common, actions: [action('catalogue', 'catalogue', 'Ver artículos')] };
  }
}

function templateShape({ headerText, headerMedia, body, footer, buttons }: RenderedTemplate): Shape {
  const media: PhoneMedia | null =
    headerMedia === null
      ? null
      : { id: headerMedia.id, link: headerMedia.link, mimeType: null, fileName: null, voice: false };
  const actions = buttons.map(({ kind, text, payload, url }) => action(kind, payload || text, text, { url }));
  return {
    header: headerText,
    text: body,
    footer,
    media,
    details: headerMedia === null ? null : { headerKind: headerMedia.kind },
    actions,
  };
}
