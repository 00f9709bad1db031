import type {
  ChannelEvent,
  InboundMessageEvent,
  MediaContent,
  MessageContent,
  Sender,
} from '../../../channels/index.js';

export const NUMBER = '441785372345678';
export const LUCIA: Sender = {
  identities: [
    { kind: 'bsuid', value: 'AR.10203040506070809010' },
    { kind: 'wa_id', value: '5491155501234' },
  ],
  phone: '+5491155501234',
  name: 'Lucia Pérez',
};
export const SAM: Sender = {
  identities: [{ kind: 'bsuid', value: 'GB.55667788990011223344' }],
  name: 'Sam R',
  username: '@sam.r',
};

/** The fixtures tick every seven seconds: number n was written at 1790000000 + 7n. */
export const at = (tick: number): string => new Date((1_790_000_000 + 7 * tick) * 1000).toISOString();
const wamid = (text: string): string => `wamid.HBgN${Buffer.from(text).toString('base64')}`;
export const fixtureId = (number: number | string): string =>
  wamid(`fixture-${typeof number === 'number' ? String(number).padStart(2, '0') : number}`);
export const sentId = (number: number): string => fixtureId(`out-${number}`);

function message(
  number: number,
  content: MessageContent,
  over: Partial<InboundMessageEvent> = {},
): InboundMessageEvent {
  const id = fixtureId(number);
  return {
    kind: 'message',
    dedupeKey: id,
    address: NUMBER,
    at: at(number),
    providerMessageId: id,
    sender: LUCIA,
    content,
    ...over,
  };
}

const text = (body: string): MessageContent => ({ type: 'text', text: body });
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
const reply = { replyTo: sentId(80) };

/** Fixture name -> exactly the events it must become. */
export const expectedMessages: Record<string, ChannelEvent[]> = {
  '01_text': [message(1, text('Hola, ¿tienen stock? 🙏'))],
  '02_text_legacy_no_bsuid': [
    message(2, text('hi'), { sender: { ...LUCIA, identities: [{ kind: 'wa_id', value: '5491155501234' }] } }),
  ],
  '03_text_username_no_phone': [message(3, text('Does it come in blue?'), { sender: SAM })],
  '04_text_reply_context': [message(4, text('yes, that one'), { replyTo: sentId(77) })],
  '05_text_forwarded': [message(5, text('fwd'), { forwarded: 'once' })],
  '06_text_frequently_forwarded': [message(6, text('fwd many'), { forwarded: 'many' })],
  '07_text_referral_ctwa': [
    message(7, text('Can I get more info about this?'), {
      referral: {
        source: 'ad',
        sourceId: '120226305854811111',
        url: 'https://fb.me/3cr4WqqXX',
        headline: 'Chat with us',
        body: 'Summer sale',
        mediaUrl: 'https://scontent.example.com/v/t45.1.jpg',
        clickId: 'Aff-n8ZTODiE79d22KtAwQKj9e_made_up',
        welcomeText: 'Hi there! How can we help?',
      },
    }),
  ],
  '09_text_referred_product': [
    message(9, text('Is this available?'), {
      replyTo: wamid('fixture-product_inquiry'),
      referredProduct: { catalogId: '194836987003835', retailerId: 'SKU-881' },
    }),
  ],
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
  '17_location_current': [message(17, { type: 'location', latitude: -34.603722, longitude: -58.381592 })],
  '18_location_venue': [
    message(18, {
      type: 'location',
      latitude: 37.4611978,
      longitude: -122.2164385,
      name: 'Example HQ',
      address: '1 Example Way, Menlo Park',
      url: 'https://maps.example.com/?cid=2',
    }),
  ],
  '19_contacts_multi': [
    message(19, {
      type: 'contacts',
      contacts: [
        {
          name: 'Ana Gomez',
          phones: [{ phone: '+54 9 11 5550-9999', waId: '5491155509999', type: 'CELL' }],
          emails: ['ana@example.com'],
        },
        { name: 'Taller', phones: [{ phone: '+54 11 5550 8888', type: 'WORK' }], emails: [] },
      ],
    }),
  ],
  '20_contacts_phone_shared': [
    message(
      20,
      {
        type: 'contacts',
        contacts: [
          {
            name: 'Sam R',
            phones: [{ phone: '+447700900123', waId: '447700900123', type: 'CELL' }],
            emails: [],
            vcard:
              'BEGIN:VCARD\nVERSION:3.0\nN:;Sam;;;\nFN:Sam R\nTEL;type=CELL;waid=447700900123:+44 7700 900123\nEND:VCARD',
            own: true,
          },
        ],
      },
      {
        sender: {
          ...SAM,
          identities: [...SAM.identities, { kind: 'wa_id', value: '447700900123' }],
          phone: '+447700900123',
        },
      },
    ),
  ],
  '21_interactive_button_reply': [
    message(21, { type: 'interactive', kind: 'button_reply', id: 'book:2026-12-01T10', title: 'Book 10:00' }, reply),
  ],
  '22_interactive_list_reply': [
    message(
      22,
      {
        type: 'interactive',
        kind: 'list_reply',
        id: 'priority_express',
        title: 'Priority Express',
        description: 'Next day',
      },
      reply,
    ),
  ],
  '23_interactive_nfm_reply': [
    message(
      23,
      {
        type: 'interactive',
        kind: 'form_reply',
        name: 'flow',
        text: 'Sent',
        values: { flow_token: 'tok-9', email: 'ana@example.com', budget: '5000' },
      },
      reply,
    ),
  ],
  '25_button_template_quick_reply': [
    message(
      25,
      { type: 'interactive', kind: 'template_button', id: 'confirm:ord-881', title: 'Confirm' },
      { replyTo: sentId(81) },
    ),
  ],
  '26_reaction': [message(26, { type: 'reaction', targetProviderMessageId: sentId(77), emoji: '😮' })],
  '27_reaction_removed_empty': [message(27, { type: 'reaction', targetProviderMessageId: sentId(77), emoji: null })],
  '29_order': [
    message(29, {
      type: 'order',
      catalogId: '354160437058000',
      text: 'sin cebolla',
      items: [
        { retailerId: 'SKU-1', quantity: 2, itemPrice: 30, currency: 'USD' },
        { retailerId: 'SKU-2', quantity: 1, itemPrice: 9.5, currency: 'USD' },
      ],
    }),
  ],
  '33_unsupported_131051': [
    message(33, {
      type: 'unsupported',
      originalType: 'poll_creation',
      providerCode: 131051,
      reason: 'Message type is currently not supported.',
    }),
  ],
  '34_unsupported_131060': [
    message(34, {
      type: 'unsupported',
      originalType: 'media_placeholder',
      providerCode: 131060,
      reason: 'This message is currently unavailable.',
    }),
  ],
  '38_group_text': [message(38, text('group hello'), { groupId: 'Y2FwaV9ncm91cDoxNTU1MDAwMTIzNDoxMjAzNjM0' })],
};
