import type { ChannelCapabilities } from '../../channels/index.js';

const MB = 1024 * 1024;
const HOUR = 60 * 60 * 1000;

/** What WhatsApp Cloud API takes. Sizes in bytes, lengths in characters. Source: Meta's media and messages pages, 2026-04. */
export const whatsappCloudCapabilities: ChannelCapabilities = {
  outbound: [
    'text',
    'image',
    'audio',
    'video',
    'document',
    'sticker',
    'location',
    'contacts',
    'interactive',
    'template',
    'reaction',
  ],
  buttons: { max: 3, titleLength: 20, bodyLength: 1024 },
  textLength: 4096,
  captionLength: 1024,
  media: {
    image: { maxBytes: 5 * MB, contentTypes: ['image/jpeg', 'image/png'] },
    audio: { maxBytes: 16 * MB, contentTypes: ['audio/aac', 'audio/amr', 'audio/mpeg', 'audio/mp4', 'audio/ogg'] },
    video: { maxBytes: 16 * MB, contentTypes: ['video/mp4', 'video/3gpp'] },
    document: {
      maxBytes: 100 * MB,
      contentTypes: [
        'application/pdf',
        'text/plain',
        'application/msword',
        'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
        'application/vnd.ms-excel',
        'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
        'application/vnd.ms-powerpoint',
        'application/vnd.openxmlformats-officedocument.presentationml.presentation',
      ],
    },
    sticker: { maxBytes: 500 * 1024, contentTypes: ['image/webp'] },
  },
  serviceWindowMs: 24 * HOUR,
  templates: true,
  reactions: true,
  typing: true,
  unknownSettledBy: 'status_callback',
  defaultRate: 80,
};
