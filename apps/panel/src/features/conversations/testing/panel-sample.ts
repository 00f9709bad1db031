import type { CustomerPanel, SuggestedItem } from '../api/panel-query';
import { conversation, later } from './samples';

type Lead = NonNullable<CustomerPanel['lead']>;

const ITEM = { id: 'i1', name: 'iPhone 13', price: { amount: 59_990, currency: 'USD' } };
const UTM = { source: 'fb', medium: null, campaign: 'nov', content: null, term: null };

/** The lead of a customer of whom everything is known. */
export const PANEL_LEAD: Lead = {
  id: 'l1',
  contact: { id: 'contact-c1', name: 'María González', phone: '+593968196046', email: null },
  anonymous: false,
  item: ITEM,
  source: {
    kind: 'link',
    network: 'facebook',
    linkId: 'k1',
    linkName: 'Anuncio de noviembre',
    utm: UTM,
    adId: null,
  },
  state: 'negotiating',
  lostReason: null,
  quality: 'hot',
  qualityReasons: ['budget', 'came_back_twice'],
  qualityBy: 'assistant',
  completeness: 80,
  urgency: 'high',
  title: null,
  description: null,
  budget: { amount: 60_000, currency: 'USD' },
  city: 'Durán',
  assignee: null,
  conversationId: 'c1',
  value: null,
  enquiries: 1,
  firstMessageAt: later(0),
  lastMessageAt: later(0),
  lastActivityAt: later(0),
  unreadCount: 0,
  createdAt: later(0),
  version: 1,
};

const suggested = (over: Partial<SuggestedItem>): SuggestedItem => ({
  id: 's1',
  name: 'Funda MagSafe',
  price: { amount: 1500, currency: 'USD' },
  stock: null,
  url: null,
  imageUrl: null,
  ...over,
});

/** Everything that can be known of a customer. */
export const PANEL: CustomerPanel = {
  contact: {
    id: 'contact-c1',
    name: 'María González',
    username: null,
    nameSource: 'provider',
    phone: '+593968196046',
    email: 'maria@correo.ec',
    city: 'Guayaquil',
    type: 'retail',
    tags: ['vip'],
    language: 'es',
    attributes: {},
    blocked: false,
    blockedAt: null,
    identities: [],
    consents: [
      { channelKind: 'whatsapp_cloud', category: 'marketing', state: 'withdrawn', at: later(0) },
      { channelKind: 'whatsapp_cloud', category: 'service', state: 'granted', at: later(0) },
    ],
    createdAt: '2025-03-10T12:00:00Z',
    updatedAt: '2025-03-10T12:00:00Z',
    version: 1,
  },
  lead: PANEL_LEAD,
  origin: {
    network: 'facebook',
    link: { id: 'k1', name: 'Anuncio de noviembre' },
    item: ITEM,
    utm: UTM,
    adId: 'ad-77',
  },
  otherConversations: [
    conversation({
      id: 'c7',
      status: 'closed',
      channel: { ...conversation().channel, id: 'ch2', name: 'Instagram Quito' },
    }),
  ],
  suggestedItems: [
    suggested({ stock: 4, url: 'https://t.ec/f' }),
    suggested({ id: 's2', name: 'Cargador', price: { amount: 900, currency: 'USD' } }),
  ],
  assistant: {
    qualification: {
      slots: { city: 'Durán', budget: 600, urgency: 'high', color: '', ...{ talla: 'M' } },
      quality: 'hot',
      completeness: 80,
      items: [],
      wantsToBuy: true,
      escalated: false,
      updatedAt: later(0),
      expiresAt: later(600),
    },
    lastTurn: null,
  },
};
