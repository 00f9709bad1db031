import type { Schemas } from '@hilo/api-client';
import { queryOptions } from '@tanstack/react-query';
import { ApiProblem } from '../../../app/api-problem';
import { request } from '../../../app/api';
import type { Conversation } from '../model/conversation';
import { keys } from './keys';

export interface Money {
  /** Minor units. */
  amount: number;
  currency: string;
}

export interface PanelContact {
  id: string;
  name: string;
  phone: string | null;
  email: string | null;
  city: string | null;
  type: 'retail' | 'wholesale';
  tags: string[];
  language: string | null;
  blocked: boolean;
  createdAt: string;
  consents: { channelKind: string; category: string; state: 'granted' | 'withdrawn'; at: string }[];
}

export interface PanelLead {
  id: string;
  state: string;
  quality: string | null;
  qualityReasons: string[];
  completeness: number;
  item: { id: string; name: string; price: Money | null } | null;
  budget: Money | null;
  city: string | null;
  source: {
    kind: string;
    network: string | null;
    linkId: string | null;
    linkName: string | null;
    utm: Record<string, string | null> | null;
    adId: string | null;
  };
}

export interface SuggestedItem {
  id: string;
  name: string;
  price: Money | null;
  stock: number | null;
  url: string | null;
  imageUrl?: string | null;
  /** Why it is suggested, already in words. */
  reason?: string | null;
}

/** Everything beside a conversation, in one answer. */
export interface CustomerPanel {
  contact: PanelContact;
  lead: PanelLead | null;
  origin?: unknown;
  otherConversations: Conversation[];
  suggestedItems: SuggestedItem[];
  assistant: {
    qualification?: { slots?: Readonly<Record<string, unknown>> } | null;
    lastTurn?: Schemas['TurnView'] | null;
  } | null;
}

/** Null where the server has no such page yet: the column then shows what the conversation itself holds. */
export const panelQuery = (id: string) =>
  queryOptions({
    queryKey: keys.panel(id),
    queryFn: ({ signal }) =>
      request<CustomerPanel>('GET', `/conversations/${id}/panel`, { signal }).catch((error: unknown) => {
        if (error instanceof ApiProblem && error.status === 404) return null;
        throw error;
      }),
    staleTime: 60_000,
  });
