import { queryOptions } from '@tanstack/react-query';
import { request } from '../../../app/api';
import { settingsKeys } from './keys';

export type AssistantMode = 'auto' | 'suggest' | 'off';
export type HealthState = 'healthy' | 'degraded' | 'down';

export interface Channel {
  id: string;
  kind: string;
  name: string;
  address: string;
  accountId: string | null;
  displayAddress: string | null;
  sandbox: boolean;
  active: boolean;
  rate: number;
  assistantMode: AssistantMode;
  team: { id: string; name: string } | null;
  health: { state: HealthState; reason: string | null; since: string | null };
  webhookUrl: string | null;
  lastWebhookAt: string | null;
  credentials: string[];
  version: number;
}

/** The verify token is told this once, when it was made here. */
export type OpenedChannel = Channel & { verifyToken: string | null };

export interface ChannelTest {
  healthy: boolean;
  detail: string;
}

export interface ChannelProblem {
  kind: 'not_understood' | 'unknown_channel' | 'set_aside' | 'bad_signature' | 'unhealthy';
  door: string | null;
  channelId: string | null;
  count: number;
  words: string;
  latestAt: string | null;
  webhookEventId: string | null;
}

export interface WebhookEvent {
  id: string;
  door: string;
  receivedAt: string;
  size: number;
  events: number;
  outcome: string;
  reason: string | null;
  pending: number;
  setAside: number;
  error: string | null;
}

export type WebhookDetail = WebhookEvent & { body: string };

export const channelsQuery = queryOptions({
  queryKey: settingsKeys.channels,
  queryFn: ({ signal }) => request<{ data: Channel[] }>('GET', '/channels', { signal }),
});

export const problemsQuery = queryOptions({
  queryKey: settingsKeys.problems,
  queryFn: ({ signal }) => request<{ data: ChannelProblem[] }>('GET', '/channels/problems', { signal }),
});

export const webhookQuery = (id: string) =>
  queryOptions({
    queryKey: settingsKeys.webhook(id),
    queryFn: ({ signal }) => request<WebhookDetail>('GET', `/webhook-events/${id}`, { signal }),
  });
