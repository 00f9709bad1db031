import type { ChannelEvent, ChannelNoticeEvent } from '../../../channels/index.js';
import { factHash } from './fact-hash.js';
import type { ChangeScope } from './message-events.js';
import { providerTime } from './provider-time.js';
import { resolveSender, senderIds } from './sender.js';
import { asObject, type JsonObject } from './untrusted-json.js';

/** One entry of `user_preferences[]`: the person allowed or stopped marketing in WhatsApp itself. */
export function preferenceEvent(source: JsonObject, scope: ChangeScope): ChannelEvent | undefined {
  const sender = resolveSender(senderIds(source.wa_id, source.user_id, source.parent_user_id), scope.contacts);
  const state =
    source.value === 'stop'
      ? 'withdrawn'
      : source.value === 'resume' || source.value === 'signup'
        ? 'granted'
        : undefined;
  if (sender === undefined || state === undefined || source.category !== 'marketing_messages') return undefined;
  return notice('user_preferences', source, scope, { kind: 'marketing_preference', sender, state });
}

/** One entry of `user_id_update[]`: the same person under a new BSUID. */
export function userIdUpdateEvent(source: JsonObject, scope: ChangeScope): ChannelEvent | undefined {
  const change = asObject(source.user_id);
  const previous = senderIds(undefined, change?.previous).bsuid;
  const current = senderIds(undefined, change?.current).bsuid;
  if (previous === undefined || current === undefined || previous === current) return undefined;
  const sender = resolveSender({ ...senderIds(source.wa_id, undefined), bsuid: current }, scope.contacts);
  if (sender === undefined) return undefined;
  return notice('user_id_update', source, scope, {
    kind: 'identity_changed',
    previous: { kind: 'bsuid', value: previous },
    current: { kind: 'bsuid', value: current },
    sender,
  });
}

function notice(
  field: string,
  source: JsonObject,
  scope: ChangeScope,
  said: ChannelNoticeEvent['notice'],
): ChannelEvent {
  return {
    kind: 'notice',
    dedupeKey: factHash(field, scope.address, source),
    address: scope.address,
    ...providerTime(source.timestamp, scope.receivedAt),
    notice: said,
  };
}
