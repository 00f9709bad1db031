import type { TypingMessage, ViewMessage } from './client-message.js';
import type { Envelope, RealtimeResources, VolatileEnvelope } from './realtime-data.js';
import type { LoggedType, VolatileType } from './realtime-type.js';

export const REALTIME_NAMESPACE = '/realtime';
/** Names of the two frames the server sends. */
export const EVENTS_FRAME = 'events';
export const VOLATILE_FRAME = 'volatile';

/** For Socket.IO's `Server<ClientToServer, ServerToClient>` and the client's `Socket<ServerToClient, ClientToServer>`. */
export interface ServerToClient<R extends RealtimeResources = RealtimeResources> {
  events: (events: Envelope<LoggedType, R>[]) => void;
  volatile: (events: VolatileEnvelope<VolatileType, R>[]) => void;
}

export interface ClientToServer {
  view: (message: ViewMessage) => void;
  typing: (message: TypingMessage) => void;
}
