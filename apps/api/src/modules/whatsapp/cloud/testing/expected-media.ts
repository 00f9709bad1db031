import type { ChannelEvent, MediaContent } from '../../../channels/index.js';
import { message } from './received-message.js';

const media = (
  type: MediaContent['type'],
  id: string,
  contentType: string,
  sha256: string,
  over: Partial<MediaContent> = {},
): MediaContent => ({
  type,
  remote: {
    providerMediaId: id,
    contentType,
    sha256,
    url: `https://lookaside.fbsbx.com/whatsapp_business/attachments/?mid=${id}&source=webhook&ext=1790003600&hash=ARm-made-up`,
  },
  ...over,
});

export const expectedMedia: Record<string, ChannelEvent[]> = {
  '10_image_caption': [
    message(
      10,
      media('image', '1908647269898587', 'image/jpeg', 'CcULScdri+MTt3gyK0MmSEpAdGtLOCO3LQoqcHtrCfk=', {
        caption: 'receipt',
      }),
    ),
  ],
  '11_image_no_url_no_caption': [
    message(11, {
      type: 'image',
      remote: {
        providerMediaId: '1908647269898588',
        contentType: 'image/jpeg',
        sha256: '3u280u/50jcRZJ4v3O72i0T2QhqwrffNn4FK4aoInn0=',
      },
    }),
  ],
  '12_audio_voice': [
    message(
      12,
      media('audio', '2254100000000001', 'audio/ogg; codecs=opus', '9YjhSPgeNntkrIbbXLbayMmIudJJWk03GXnVxGJ+cYE=', {
        voice: true,
      }),
    ),
  ],
  '13_audio_file': [
    message(13, media('audio', '2254100000000002', 'audio/mpeg', '9vr/Uu70HooisWDDRw5aWG1aA0UzMLYm91OSLybMl+o=')),
  ],
  '14_video': [
    message(
      14,
      media('video', '2254100000000003', 'video/mp4', 'MaSRfj8ZtffSA837yIor24+mN1ZaQqpzYdDXMWtglGU=', {
        caption: 'see the noise',
      }),
    ),
  ],
  '15_document': [
    message(
      15,
      media('document', '2254100000000004', 'application/pdf', 'pJUoxx77NJwy015y7YLZ8QgzxeiDmeuIgsyCxZvkbo4=', {
        caption: 'pago',
        fileName: 'Factura 0001-00001234.pdf',
      }),
    ),
  ],
  '16_sticker_animated': [
    message(
      16,
      media('sticker', '2254100000000005', 'image/webp', 'KPTIHkAaJhQovDwe/SV71XizMKPBb4ATc3b2DtXhg7Q=', {
        animated: true,
      }),
    ),
  ],
};
