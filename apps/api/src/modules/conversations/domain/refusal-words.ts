import type { SendRefusal } from '../conversations.facade.types.js';

/** What an advisor or another system is told; panels translate by code. */
export const REFUSAL_WORDS: Readonly<Record<SendRefusal['code'], string>> = {
  not_found: 'There is no such conversation.',
  window_closed: 'The customer wrote more than 24 hours ago: only an approved template may be sent now.',
  opted_out: 'The customer asked not to receive marketing messages.',
  contact_blocked: 'This contact is blocked.',
  channel_down: 'This channel cannot send right now: see its health under Channels.',
  type_not_supported: 'This channel cannot carry this kind of message.',
  conversation_moved_on: 'Somebody wrote meanwhile: look at it before you send.',
  already_sent: 'This message was already sent for the same purpose.',
  template_not_approved: 'This template is not approved.',
  media_not_ready: 'The file is not ready to be sent.',
  reply_target_missing:
    'The message to reply to does not exist in this conversation, or the provider does not know it yet.',
  taken_by_person: 'A person has taken this conversation.',
  wait: 'It may be sent later.',
  no_address: 'The contact has no address on this channel.',
  another_is_open: 'Another conversation with this customer is open: go on there.',
  too_long: 'The message is longer than this channel allows.',
};

export const refusal = (
  code: SendRefusal['code'],
  extra: Partial<SendRefusal> = {},
): { ok: false; refusal: SendRefusal } => ({
  ok: false,
  refusal: { code, reason: REFUSAL_WORDS[code], ...extra },
});
