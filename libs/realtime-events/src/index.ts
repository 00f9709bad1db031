export {
  readTypingMessage,
  readViewMessage,
  typingMessageSchema,
  viewMessageSchema,
  type ClientMessages,
  type TypingMessage,
  type ViewMessage,
} from './client-message.js';
export {
  compareSequence,
  envelopeSchema,
  readEnvelopes,
  readVolatileEnvelopes,
  sequenceSchema,
  volatileEnvelopeSchema,
  type SyncAnswer,
} from './envelope.js';
export type { Envelope, RealtimeData, RealtimeResources, VolatileEnvelope } from './realtime-data.js';
export {
  REALTIME_TYPES,
  realtimeTypeSchema,
  VOLATILE_TYPES,
  volatileTypeSchema,
  type LoggedType,
  type RealtimeType,
  type VolatileType,
} from './realtime-type.js';
export {
  EVENTS_FRAME,
  REALTIME_NAMESPACE,
  VOLATILE_FRAME,
  type ClientToServer,
  type ServerToClient,
} from './socket.js';
