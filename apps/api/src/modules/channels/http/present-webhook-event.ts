import type { RecordedWebhook } from '../persistence/flight-recorder.query.js';
import type { WebhookEventView } from './webhook-event.dto.js';

export const presentWebhookEvent = ({
  id,
  door,
  received_at,
  size,
  events,
  outcome,
  reason,
  pending,
  set_aside,
  error,
}: RecordedWebhook): WebhookEventView => ({
  id,
  door,
  receivedAt: received_at.toISOString(),
  size,
  events,
  outcome,
  reason,
  pending,
  setAside: set_aside,
  error,
});
