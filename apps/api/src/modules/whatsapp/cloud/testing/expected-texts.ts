import type { ChannelEvent, MessageContent } from '../../../channels/index.js';
import { LUCIA, SAM, sentId, wamid } from './fixture-facts.js';
import { message } from './received-message.js';

const text = (body: string): MessageContent => ({ type: 'text', text: body });

/** Texts, and what can surround any message: a reply, a forward, an ad, a product, a group. */
export const expectedTexts: Record<string, ChannelEvent[]> = {
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
  '38_group_text': [message(38, text('group hello'), { groupId: 'Y2FwaV9ncm91cDoxNTU1MDAwMTIzNDoxMjAzNjM0' })],
};
