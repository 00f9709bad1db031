import type { ChannelEvent, DeliveryStatus, MessageStatusEvent } from '../../../channels/index.js';
import { statusFailure } from '../map-error.js';
import type { ChangeScope } from './message-events.js';
import { providerTime } from './provider-time.js';
import { asFilledText, asId, asList, asObject, type JsonObject } from './untrusted-json.js';

const STATUSES: ReadonlySet<string> = new Set<DeliveryStatus>(['sent', 'delivered', 'read', 'played', 'failed']);

/** One entry of `statuses[]`; undefined when it has no id or says something we do not know. */
export function statusEvent(source: JsonObject, scope: ChangeScope): ChannelEvent | undefined {
  const id = asId(source.id);
  if (id === undefined || typeof source.status !== 'string' || !STATUSES.has(source.status)) return undefined;
  const participant = asId(source.recipient_participant_id) ?? asId(source.recipient_participant_user_id);
  const event: MessageStatusEvent = {
    kind: 'status',
    dedupeKey: participant === undefined ? `${id}:${source.status}` : `${id}:${source.status}:${participant}`,
    address: scope.address,
    ...providerTime(source.timestamp, scope.receivedAt),
    providerMessageId: id,
    status: source.status as DeliveryStatus,
  };
  const correlationId = asId(source.biz_opaque_callback_data);
  if (correlationId !== undefined) event.correlationId = correlationId;
  const recipient = asId(source.recipient_id) ?? asId(source.recipient_user_id);
  if (recipient !== undefined) event.recipient = recipient;
  if (event.status === 'failed') event.failure = statusFailure(asObject(asList(source.errors)[0]) ?? {});
  const pricing = pricingOf(asObject(source.pricing));
  if (pricing !== undefined) event.pricing = pricing;
  return event;
}

function pricingOf(source: JsonObject | undefined): MessageStatusEvent['pricing'] {
  const category = asFilledText(source?.category, 100);
  if (source === undefined || category === undefined) return undefined;
  const pricing: NonNullable<MessageStatusEvent['pricing']> = { category };
  const type = asFilledText(source.type, 100);
  if (type !== undefined) pricing.type = type;
  const model = asFilledText(source.pricing_model, 100);
  if (model !== undefined) pricing.model = model;
  if (typeof source.billable === 'boolean') pricing.billable = source.billable;
  return pricing;
}
