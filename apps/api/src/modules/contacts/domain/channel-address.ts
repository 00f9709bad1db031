/** The channels a customer can be reached on. Contacts are a neighbour of channels and may not know its types. */
export const CONTACT_CHANNEL_KINDS = ['whatsapp_cloud', 'whatsapp_twilio', 'whatsapp_wasender', 'instagram'] as const;
export type ContactChannelKind = (typeof CONTACT_CHANNEL_KINDS)[number];

export const IDENTITY_KINDS = ['bsuid', 'lid', 'igsid', 'wa_id'] as const;
export type IdentityKind = (typeof IDENTITY_KINDS)[number];

/** One way a provider knows a person, written as the provider writes it. */
export interface ContactIdentity {
  kind: IdentityKind;
  value: string;
}

/** Identities that each channel can send to, the most durable first. */
const SENDABLE: Readonly<Record<ContactChannelKind, readonly IdentityKind[]>> = {
  whatsapp_cloud: ['bsuid', 'wa_id'],
  whatsapp_twilio: ['wa_id'],
  whatsapp_wasender: ['lid', 'wa_id'],
  instagram: ['igsid'],
};

/** The identities that this channel understands, the most durable first; their own order is kept within a kind. */
export function addressesFor(
  channelKind: ContactChannelKind,
  identities: readonly ContactIdentity[],
): ContactIdentity[] {
  return SENDABLE[channelKind].flatMap((kind) =>
    identities.filter((identity) => identity.kind === kind).map(({ value }) => ({ kind, value })),
  );
}

/** Whether the channel reaches people by their telephone number. */
export const reachesPhones = (channelKind: ContactChannelKind): boolean => channelKind !== 'instagram';

/** Channels that reach the same person by the same medium: who refuses one refuses all of them. */
export const channelsOfMedium = (channelKind: ContactChannelKind): ContactChannelKind[] =>
  CONTACT_CHANNEL_KINDS.filter((kind) => reachesPhones(kind) === reachesPhones(channelKind));
