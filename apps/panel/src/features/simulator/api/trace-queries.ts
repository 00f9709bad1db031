import type { Schemas } from '@hilo/api-client';
import { queryOptions } from '@tanstack/react-query';
import { ApiProblem } from '../../../app/api-problem';
import { ask } from '../../../app/ask';
import { keys } from './keys';
import type { Customer } from './phone';

/** What the product knows about the conversation of a customer. */
export type TracedConversation = Schemas['ConversationView'];
/** One thought of ISAC. */
export type TracedTurn = Schemas['TurnView'];
export type TrackedLink = Schemas['LinkView'];

/** The conversation this customer has with the business; null while there is none. */
export const conversationOf = (customer: Customer) =>
  queryOptions({
    queryKey: keys.trace(customer.id),
    queryFn: async ({ signal }) => {
      const { data } = await ask('GET', '/conversations', {
        query: { view: 'all', sort: '-lastMessageAt', q: customer.phone ?? customer.name, limit: 20 },
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

export const webhooksQuery = queryOptions({
  queryKey: keys.webhooks,
  queryFn: ({ signal }) => ask('GET', '/webhook-events', { query: { limit: 8 }, signal }),
});

/** Where a conversation came from, by name; null where the customer came by themselves or this person may not see it. */
export const originQuery = (conversationId: string) =>
  queryOptions({
    queryKey: keys.origin(conversationId),
    queryFn: async ({ signal }) => {
      const path = { id: conversationId };
      return (await ask('GET', '/conversations/{id}/panel', { path, signal })).origin;
    },
  });

/** What ISAC did in a conversation; nothing where the assistant is not installed or not for this person. */
export const turnsQuery = (conversationId: string) =>
  queryOptions({
    queryKey: keys.turns(conversationId),
    queryFn: ({ signal }) =>
      ask('GET', '/assistant/turns', { query: { conversationId, limit: 20 }, signal }).catch((error: unknown) => {
        if (error instanceof ApiProblem && (error.status === 404 || error.status === 403)) return { data: [] };
        throw error;
      }),
  });

export const linksQuery = queryOptions({
  queryKey: keys.links,
  queryFn: ({ signal }) => ask('GET', '/links', { query: { limit: 100 }, signal }),
});
