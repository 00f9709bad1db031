import type { ChannelCapabilities } from '../../channels/index.js';

/** Limits like those of WhatsApp, for rules that do not depend on the adapter. */
export const whatsappLike: ChannelCapabilities = {
  outbound: ['text', 'image', 'document', 'template', 'interactive', 'reaction'],
  buttons: { max: 3, titleLength: 20, bodyLength: 1024 },
  textLength: 4096,
  captionLength: 1024,
  media: { image: { maxBytes: 5_000_000, contentTypes: ['image/jpeg', 'image/png'] } },
  serviceWindowMs: 24 * 3_600_000,
  templates: true,
  reactions: true,
  typing: true,
  unknownSettledBy: 'status_callback',
  defaultRate: 80,
};
