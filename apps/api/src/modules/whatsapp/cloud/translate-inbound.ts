import type { ChannelEvent, Translation } from '../../channels/index.js';
import { accountNotice } from './inbound/account-notice.js';
import { contactBook } from './inbound/contact-book.js';
import { factHash } from './inbound/fact-hash.js';
import { echoEvent, messageEvents, type ChangeScope } from './inbound/message-events.js';
import { preferenceEvent, userIdUpdateEvent } from './inbound/person-notice.js';
import { providerTime } from './inbound/provider-time.js';
import { statusEvent } from './inbound/status-event.js';
import { asId, asList, asObject, asText, type JsonObject } from './inbound/untrusted-json.js';
import { statusFailure } from './map-error.js';

type Reader = (item: JsonObject, scope: ChangeScope) => ChannelEvent | ChannelEvent[] | undefined;

/** Lists inside `value`, whatever the change's field: Meta adds fields faster than it documents which lists they carry. */
const READERS: readonly (readonly [key: string, read: Reader])[] = [
  ['messages', messageEvents],
  ['statuses', statusEvent],
  ['message_echoes', echoEvent],
  ['user_preferences', preferenceEvent],
  ['user_id_update', userIdUpdateEvent],
];

/**
 * A parsed webhook of the WhatsApp Cloud API becomes channel events, in the order they were written. Never throws: what cannot be read
 * becomes an `unknown` notice, so it is kept and seen. Wire format: Meta's webhooks reference for `whatsapp_business_account`.
 */
export function translateInbound(body: unknown, receivedAt: Date): Translation {
  const envelope = asObject(body);
  if (envelope === undefined) return { kind: 'not_understood', reason: 'The body is not a JSON object.' };
  if (envelope.object !== 'whatsapp_business_account')
    return { kind: 'not_understood', reason: 'The body is not about a WhatsApp Business account.' };
  if (!Array.isArray(envelope.entry)) return { kind: 'not_understood', reason: 'The body has no entries.' };
  const events: ChannelEvent[] = [];
  for (const item of envelope.entry as unknown[]) {
    const entry = asObject(item);
    for (const change of asList(entry?.changes)) translateChange(asObject(change), entry ?? {}, receivedAt, events);
  }
  return { kind: 'translated', events };
}

function translateChange(
  change: JsonObject | undefined,
  entry: JsonObject,
  receivedAt: Date,
  events: ChannelEvent[],
): void {
  if (change === undefined) return;
  const field = asText(change.field, 100) ?? '';
  const value = asObject(change.value) ?? {};
  const account = asId(entry.id) ?? '';
  const address = asId(asObject(value.metadata)?.phone_number_id) ?? account;
  const scope: ChangeScope = { address, contacts: contactBook(asList(value.contacts)), receivedAt };
  const before = events.length;
  for (const [key, read] of READERS) {
    const items = value[key];
    if (Array.isArray(items)) readEach(items, key, read, scope, events);
  }
  readErrors(value, entry, scope, events);
  if (events.length > before) return;
  const said = accountNotice(field, value) ?? { kind: 'unknown' as const, field };
  const when = entry.time === undefined ? value.timestamp : entry.time;
  events.push({
    kind: 'notice',
    dedupeKey: factHash(account, entry.time, change),
    address,
    ...providerTime(when, receivedAt),
    notice: said,
  });
}

function readEach(
  items: readonly unknown[],
  key: string,
  read: Reader,
  scope: ChangeScope,
  events: ChannelEvent[],
): void {
  for (const item of items) {
    const source = asObject(item);
    const told = source === undefined ? undefined : read(source, scope);
    if (Array.isArray(told)) events.push(...told);
    else if (told !== undefined) events.push(told);
    else
      events.push({
        kind: 'notice',
        dedupeKey: factHash(key, scope.address, item),
        address: scope.address,
        ...providerTime(source?.timestamp, scope.receivedAt),
        notice: { kind: 'unknown', field: key },
      });
  }
}

function readErrors(value: JsonObject, entry: JsonObject, scope: ChangeScope, events: ChannelEvent[]): void {
  for (const item of asList(value.errors)) {
    const { code, title, details } = statusFailure(asObject(item) ?? {});
    const notice = { kind: 'provider_error' as const, code, title, ...(details === undefined ? {} : { details }) };
    events.push({
      kind: 'notice',
      dedupeKey: factHash('errors', scope.address, entry.time, item),
      address: scope.address,
      ...providerTime(entry.time, scope.receivedAt),
      notice,
    });
  }
}
