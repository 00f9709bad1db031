import type { LoggedType, RealtimeType, VolatileType } from './realtime-type.js';

/** The resources as REST returns them. The panel fills these in from the generated client, the API from its presenters; left out, they are unknown. */
export interface RealtimeResources {
  message?: unknown;
  messageFailure?: unknown;
  conversation?: unknown;
  lead?: unknown;
  notification?: unknown;
  turn?: unknown;
  task?: unknown;
  quote?: unknown;
  campaign?: unknown;
  channelHealth?: unknown;
  presence?: unknown;
}

type Resource<R extends RealtimeResources, K extends keyof RealtimeResources> = K extends keyof R ? R[K] : unknown;

/** Type of an event -> its data. Times are ISO-8601 UTC. */
export interface RealtimeData<R extends RealtimeResources = RealtimeResources> {
  'message.created': Resource<R, 'message'>;
  'message.updated': Resource<R, 'message'>;
  'message.status': {
    id: string;
    conversationId: string;
    status: string;
    statusTimes: Record<string, string>;
    failure: Resource<R, 'messageFailure'> | null;
  };
  'conversation.upserted': Resource<R, 'conversation'>;
  /** It moved out of what this person may see. */
  'conversation.removed': { id: string };
  /** A hint to fetch the counts again, sent at most once in a while. */
  'counts.changed': Record<string, never>;
  presence: Resource<R, 'presence'>;
  typing: { conversationId: string; userId: string; name: string };
  'lead.created': Resource<R, 'lead'>;
  'lead.moved': Resource<R, 'lead'>;
  'task.due': Resource<R, 'task'>;
  'quote.updated': Resource<R, 'quote'>;
  'campaign.progress': Resource<R, 'campaign'>;
  'channel.health': Resource<R, 'channelHealth'>;
  'isac.suggestion': { conversationId: string; turn: Resource<R, 'turn'> };
  'notification.created': Resource<R, 'notification'>;
}

/** One thing that happened, for one of the types or any. Narrow on `type` and `data` follows. */
export type Envelope<
  T extends RealtimeType = LoggedType,
  R extends RealtimeResources = RealtimeResources,
> = T extends RealtimeType ? { seq: string; type: T; at: string; data: RealtimeData<R>[T] } : never;

export type VolatileEnvelope<
  T extends VolatileType = VolatileType,
  R extends RealtimeResources = RealtimeResources,
> = T extends VolatileType ? { type: T; at: string; data: RealtimeData<R>[T] } : never;
