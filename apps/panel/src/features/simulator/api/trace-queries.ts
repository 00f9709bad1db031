import { queryOptions } from '@tanstack/react-query';
import { request } from '../../../app/api';
import { ApiProblem } from '../../../app/api-problem';
import { keys } from './keys';
import type { Customer } from './phone';

/** What the product knows about the conversation of a customer. */
export interface TracedConversation {
  id: string;
  contact: { name: string; phone: string | null };
  status: 'open' | 'follow_up' | 'closed';
  assignee: { name: string } | null;
  assistantMode: 'auto' | 'suggest' | 'off';
  assistantState: { owner: 'assistant' | 'person' | 'nobody' };
  source: { network: string; linkName: string | null; itemName: string | null } | null;
  lead: { id: string; state: string; quality: string | null } | null;
  replyPolicy: { kind: string; closesAt: string | null };
  channel: { sandbox: boolean };
}

/** The conversation this customer has with the business; null while there is none. */
export const conversationOf = (customer: Customer) =>
  queryOptions({
    queryKey: keys.trace(customer.id),
    queryFn: async ({ signal }) => {
      const { data } = await request<{ data: TracedConversation[] }>('GET', '/conversations', {
        query: { view: 'all', q: customer.phone ?? customer.name, limit: 20 },
        signal,
      });
      return (
        data.find(({ contact, channel }) => {
          if (!channel.sandbox) return false;
          return customer.phone === null ? contact.name === customer.name : contact.phone === customer.phone;
        }) ?? null
      );
    },
  });

export interface WebhookEvent {
  id: string;
  door: string;
  receivedAt: string;
  size: number;
  events: number;
  outcome: string;
}

export const webhooksQuery = queryOptions({
  queryKey: keys.webhooks,
  queryFn: ({ signal }) => request<{ data: WebhookEvent[] }>('GET', '/webhook-events', { query: { limit: 8 }, signal }),
});

/** One thought of ISAC. Every part but the id may be missing. */
export interface TracedTurn {
  id: string;
  intent?: string | null;
  confidence?: number | null;
  latencyMs?: number | null;
  escalation?: { reason: string } | null;
  createdAt?: string | null;
}

/** What ISAC did in a conversation; nothing where the assistant is not installed or not for this person. */
export const turnsQuery = (conversationId: string) =>
  queryOptions({
    queryKey: keys.turns(conversationId),
    queryFn: ({ signal }) =>
      request<{ data: TracedTurn[] }>('GET', '/assistant/turns', { query: { conversationId, limit: 20 }, signal }).catch(
        (error: unknown) => {
          if (error instanceof ApiProblem && (error.status === 404 || error.status === 403)) return { data: [] };
          throw error;
        },
      ),
  });

export interface TrackedLink {
  id: string;
  name: string;
  shortUrl: string;
  network: string;
  active: boolean;
  archivedAt: string | null;
  item: { name: string } | null;
}

export const linksQuery = queryOptions({
  queryKey: keys.links,
  queryFn: ({ signal }) => request<{ data: TrackedLink[] }>('GET', '/links', { query: { limit: 100 }, signal }),
});
