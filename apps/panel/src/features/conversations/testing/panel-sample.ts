import type { CustomerPanel } from '../api/panel-query';
import { conversation, later } from './samples';

/** Everything that can be known of a customer. */
export const PANEL: CustomerPanel = {
  contact: {
    id: 'contact-c1',
    name: 'María González',
    phone: '+593968196046',
    email: 'maria@correo.ec',
    city: 'Guayaquil',
    type: 'retail',
    tags: ['vip'],
    language: 'es',
    blocked: false,
    createdAt: '2025-03-10T12:00:00Z',
    consents: [
      { channelKind: 'whatsapp_cloud', category: 'marketing', state: 'withdrawn', at: later(0) },
      { channelKind: 'whatsapp_cloud', category: 'service', state: 'granted', at: later(0) },
    ],
  },
  lead: {
    id: 'l1',
    state: 'negotiating',
    quality: 'hot',
    qualityReasons: ['budget', 'came_back_twice'],
    completeness: 80,
    item: { id: 'i1', name: 'iPhone 13', price: { amount: 59990, currency: 'USD' } },
    budget: { amount: 60000, currency: 'USD' },
    city: 'Durán',
    source: {
      kind: 'link',
      network: 'facebook',
      linkId: 'k1',
      linkName: 'Anuncio de noviembre',
      utm: { source: 'fb', medium: null, campaign: 'nov' },
      adId: 'ad-77',
    },
  },
  otherConversations: [
    conversation({
      id: 'c7',
      status: 'closed',
      channel: { ...conversation().channel, id: 'ch2', name: 'Instagram Quito' },
    }),
  ],
  suggestedItems: [
    {
      id: 's1',
      name: 'Funda MagSafe',
      price: { amount: 1500, currency: 'USD' },
      stock: 4,
      url: 'https://t.ec/f',
      reason: 'va con su iPhone',
    },
    { id: 's2', name: 'Cargador', price: null, stock: null, url: null },
  ],
  assistant: { qualification: { slots: { city: 'Durán', budget: 600, urgency: 'high', color: null, talla: 'M' } } },
};
