import { screen, within } from '@testing-library/react';
import type { Answering } from '../../../testing/shown-panel';
import type { Lead } from '../model/lead';
import { aLead } from './a-lead';
import { openLeads, PAULA, type LeadsShop } from './open-leads';

/** A lead of which everything is known. */
export const full: Lead = aLead({
  id: 'ana',
  version: 4,
  contact: { id: 'c1', name: 'Ana López', phone: '+593968196046', email: 'ana@example.com' },
  item: { id: 'i1', name: 'Villa Marina', price: { amount: 410_000_000, currency: 'USD' } },
  source: {
    kind: 'link',
    network: 'facebook',
    linkId: 'k1',
    linkName: 'Ads nov',
    utm: { source: 'facebook', medium: 'social', campaign: 'ads-nov', content: null, term: '' },
    adId: 'ad-77',
  },
  state: 'qualified',
  quality: 'hot',
  qualityBy: 'assistant',
  qualityReasons: ['budget', 'quiere mudarse en enero'],
  completeness: 80,
  urgency: 'urgent',
  title: 'Casa de playa',
  description: 'Con piscina.',
  budget: { amount: 400_000_000, currency: 'USD' },
  value: { amount: 405_000_000, currency: 'USD' },
  city: 'Manta',
  assignee: PAULA,
  conversationId: 'conv-1',
  enquiries: 3,
  firstMessageAt: '2026-11-20T10:05:00.000Z',
});
/** Its page. */
export const showLead = (over: Partial<Lead> = {}, shop: Partial<LeadsShop> = {}, answer?: Answering) =>
  openLeads('/leads/ana', { leads: [{ ...full, ...over }], ...shop }, answer);
export const title = () => screen.findByRole('heading', { level: 1, name: 'Ana López' });
export const steps = () => within(screen.getByRole('list', { name: 'Estado del lead' }));
/** What is said of it, by name. */
export const facts = () =>
  Object.fromEntries(
    [...document.querySelectorAll('aside dt')].map((dt) => [dt.textContent, dt.nextElementSibling?.textContent]),
  );
