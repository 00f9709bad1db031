import type { ExternalIdentity, Sender } from '../../../channels/index.js';
import type { ContactBook } from './contact-book.js';
import { asFilledText, asId, asObject, type JsonObject } from './untrusted-json.js';

const MAX_NAME_LENGTH = 200;
const DIGITS = /^\+?([1-9]\d{4,14})$/;
const BSUID = /^[A-Z]{2}\.(?:ENT\.)?[A-Za-z0-9]{1,128}$/;

export interface SenderIds {
  waId?: string;
  bsuid?: string;
}

/** Reads the two ways WhatsApp names a person; a BSUID written where a phone belongs is still understood, never repaired. */
export function senderIds(phone: unknown, userId: unknown, parentUserId?: unknown): SenderIds {
  const ids: SenderIds = {};
  const first = asId(phone);
  const digits = first === undefined ? undefined : DIGITS.exec(first)?.[1];
  if (digits !== undefined) ids.waId = digits;
  const bsuid = [asId(userId), asId(parentUserId), first].find((id) => id !== undefined && BSUID.test(id));
  if (bsuid !== undefined) ids.bsuid = bsuid;
  return ids;
}

/**
 * Builds the sender from a message's own ids and the contact that belongs to it. Contacts are matched by id, never by position;
 * a lone contact lends its name, and its ids only where they do not contradict the message's.
 */
export function resolveSender(ids: SenderIds, contacts: ContactBook): Sender | undefined {
  const contact = contactOf(ids, contacts);
  const told = contact === undefined ? {} : senderIds(contact.wa_id, contact.user_id, contact.parent_user_id);
  const agrees =
    (ids.waId === undefined || told.waId === undefined || ids.waId === told.waId) &&
    (ids.bsuid === undefined || told.bsuid === undefined || ids.bsuid === told.bsuid);
  const waId = ids.waId ?? (agrees ? told.waId : undefined);
  const bsuid = ids.bsuid ?? (agrees ? told.bsuid : undefined);
  const identities: ExternalIdentity[] = [];
  if (bsuid !== undefined) identities.push({ kind: 'bsuid', value: bsuid });
  if (waId !== undefined) identities.push({ kind: 'wa_id', value: waId });
  if (identities.length === 0) return undefined;
  const sender: Sender = { identities };
  if (waId !== undefined) sender.phone = `+${waId}`;
  const profile = asObject(contact?.profile);
  const name = asFilledText(profile?.name, MAX_NAME_LENGTH);
  if (name !== undefined) sender.name = name;
  const username = asFilledText(profile?.username, MAX_NAME_LENGTH);
  if (username !== undefined) sender.username = username;
  return sender;
}

function contactOf(ids: SenderIds, { byId, lone }: ContactBook): JsonObject | undefined {
  const byPhone = ids.waId === undefined ? undefined : byId.get(ids.waId);
  return byPhone ?? (ids.bsuid === undefined ? undefined : byId.get(ids.bsuid)) ?? lone;
}
