import type { TrackedLink } from '../model/link';

/** A tracked link for a test: only what matters is said. */
export function aLink(over: Partial<TrackedLink> = {}): TrackedLink {
  return {
    id: 'k1',
    slug: 'k7q2mx4',
    shortUrl: 'https://tienda.example/l/k7q2mx4',
    taggedUrl: 'https://tienda.example/l/k7q2mx4?utm_source=facebook',
    item: null,
    name: 'Bio',
    network: 'facebook',
    channel: { id: 'ch1', kind: 'whatsapp_cloud', name: 'Ventas', address: '+593 99 000 0001' },
    message: null,
    messagePreview: 'Hola, quiero información (ref K7Q2MX)',
    utm: { source: 'facebook', medium: 'social', campaign: 'bio', content: null, term: null },
    active: true,
    archivedAt: null,
    totals: { clicks: 0, conversations: 0, leads: 0, won: 0 },
    createdAt: '2026-11-20T10:00:00.000Z',
    version: 1,
    ...over,
  };
}
