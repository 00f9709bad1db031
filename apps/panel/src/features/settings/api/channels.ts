import type { Schemas } from '@hilo/api-client';
import { queryOptions } from '@tanstack/react-query';
import { ask } from '../../../app/ask';
import { settingsKeys } from './keys';

export type AssistantMode = Channel['assistantMode'];
export type HealthState = Channel['health']['state'];

export type Channel = Schemas['ChannelView'];

/** The verify token is told this once, when it was made here. */
export type OpenedChannel = Schemas['OpenedChannelView'];

export type ChannelTest = Schemas['ChannelTestView'];

export type ChannelProblem = Schemas['ChannelProblemView'];

export type WebhookEvent = Schemas['WebhookEventView'];

export type WebhookDetail = Schemas['WebhookEventDetail'];

export const channelsQuery = queryOptions({
  queryKey: settingsKeys.channels,
  queryFn: ({ signal }) => ask('GET', '/channels', { signal }),
});

export const problemsQuery = queryOptions({
  queryKey: settingsKeys.problems,
  queryFn: ({ signal }) => ask('GET', '/channels/problems', { signal }),
});

export const webhookQuery = (id: string) =>
  queryOptions({
    queryKey: settingsKeys.webhook(id),
    queryFn: ({ signal }) => ask('GET', '/webhook-events/{id}', { path: { id }, signal }),
  });
