import { contactCard, type StoredContact } from '../domain/contact-view.js';
import type { ConsentEntryRow } from '../persistence/consent-rows.js';
import type { ConsentLedger, ContactRowView } from './contact.view.js';

export const presentContactRow = (contact: StoredContact): ContactRowView => ({
  ...contactCard(contact),
  email: contact.email,
  city: contact.city,
  createdAt: contact.createdAt.toISOString(),
  version: contact.version,
});

export const presentLedger = (entries: readonly ConsentEntryRow[]): ConsentLedger => ({
  data: entries.map(({ id, channelKind, category, state, source, userId, text, messageId, at }) => ({
    id,
    channelKind,
    category,
    state,
    source,
    userId,
    text,
    messageId,
    at: at.toISOString(),
  })),
  nextCursor: null,
});
