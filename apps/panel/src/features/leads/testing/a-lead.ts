import type { Lead } from '../model/lead';

/** A lead for a test: only what matters is said. */
export function aLead(over: Partial<Lead> = {}): Lead {
  return {
    id: 'l1',
    contact: { id: 'c1', name: 'Ana López', phone: '+593968196046', email: null },
    anonymous: false,
    item: null,
    source: { kind: 'direct', network: null, linkId: null, linkName: null, utm: null, adId: null },
    state: 'new',
    lostReason: null,
    quality: null,
    qualityReasons: [],
    qualityBy: null,
    completeness: 40,
    urgency: null,
    title: null,
    description: null,
    budget: null,
    city: null,
    assignee: null,
    conversationId: null,
    value: null,
    enquiries: 1,
    firstMessageAt: null,
    lastMessageAt: null,
    lastActivityAt: '2026-11-20T10:00:00.000Z',
    unreadCount: 0,
    createdAt: '2026-11-20T10:00:00.000Z',
    version: 1,
    ...over,
  };
}
