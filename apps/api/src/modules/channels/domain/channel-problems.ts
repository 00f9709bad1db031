/** What an administrator should look at, counted: nothing here tells who wrote or what. */
export type ProblemKind = 'not_understood' | 'unknown_channel' | 'set_aside' | 'bad_signature' | 'unhealthy';

export interface ChannelProblem {
  kind: ProblemKind;
  door: string | null;
  channelId: string | null;
  count: number;
  words: string;
  /** The newest one, ISO-8601; null when only a count is kept. */
  latestAt: string | null;
  /** The newest recorded webhook of this kind, to open and to replay. */
  webhookEventId: string | null;
}

export interface CountedWebhooks {
  kind: 'not_understood' | 'unknown_channel' | 'set_aside';
  door: string;
  reason: string | null;
  count: number;
  latestAt: Date;
  webhookEventId: string;
}

const times = (count: number, one: string, many: string): string => (count === 1 ? `One ${one}` : `${count} ${many}`);

const WORDS: Record<CountedWebhooks['kind'], (count: number) => string> = {
  not_understood: (count) => `${times(count, 'webhook was', 'webhooks were')} not understood and kept as received`,
  unknown_channel: (count) =>
    `${times(count, 'webhook is', 'webhooks are')} for a number or account that is not configured`,
  set_aside: (count) => `${times(count, 'webhook', 'webhooks')} could not be processed and can be replayed`,
};

export const problemOfWebhooks = ({
  kind,
  door,
  reason,
  count,
  latestAt,
  webhookEventId,
}: CountedWebhooks): ChannelProblem => ({
  kind,
  door,
  channelId: null,
  count,
  words: `${WORDS[kind](count)}${reason ? `: ${reason}` : ''}.`,
  latestAt: latestAt.toISOString(),
  webhookEventId,
});

export const problemOfSignatures = (door: string, count: number, days: number): ChannelProblem => ({
  kind: 'bad_signature',
  door,
  channelId: null,
  count,
  words: `${times(count, 'call', 'calls')} at the door of ${door} in the last ${days} days had a wrong signature and nothing of it was kept: compare the app secret with the provider's.`,
  latestAt: null,
  webhookEventId: null,
});

export const problemOfHealth = (channel: {
  id: string;
  name: string;
  state: 'degraded' | 'down';
  reason: string | null;
  since: Date | null;
}): ChannelProblem => ({
  kind: 'unhealthy',
  door: null,
  channelId: channel.id,
  count: 1,
  words: `${channel.name} ${channel.state === 'down' ? 'does not work' : 'works with difficulty'}${channel.reason ? `: ${channel.reason}` : ''}.`,
  latestAt: channel.since?.toISOString() ?? null,
  webhookEventId: null,
});
