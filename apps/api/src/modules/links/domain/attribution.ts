/** What brought an enquiry. */
export type AttributionSource = 'link' | 'ad' | 'campaign' | 'direct';

/** A customer's message, as far as attribution looks at it. */
export interface IncomingEnquiry {
  messageId: string;
  conversationId: string;
  contactId: string;
  channelKind: string;
  opensConversation: boolean;
  reopens: boolean;
  claimCode: string | null;
  referral: { source: 'ad' | 'post'; sourceId: string } | null;
  at: string;
}

/** A click that was given a code. */
export interface CodedClick {
  clickId: string;
  claimCode: string;
  linkId: string;
  itemId: string | null;
  network: string;
  claimedByMessage: string | null;
}

export interface Attribution {
  messageId: string;
  conversationId: string;
  contactId: string;
  source: AttributionSource;
  network: string | null;
  linkId: string | null;
  /** Only for the message that claims the click. */
  clickId: string | null;
  itemId: string | null;
  adId: string | null;
  /** The code the message carried, also one that no click is known for yet. */
  claimCode: string | null;
  at: string;
}

/** The first message of an enquiry, or one that says where it comes from; any other belongs to the enquiry going on. */
export const isEnquiry = (
  message: Pick<IncomingEnquiry, 'opensConversation' | 'reopens' | 'claimCode' | 'referral'>,
): boolean => message.opensConversation || message.reopens || message.claimCode !== null || message.referral !== null;

/** By code, else by the provider's referral, else direct. `claimed` grows, so that of two messages with one code only the first claims. */
export function attribute(
  enquiry: IncomingEnquiry,
  clicks: ReadonlyMap<string, CodedClick>,
  claimed: Set<string>,
): Attribution {
  const { messageId, conversationId, contactId, claimCode, referral, at } = enquiry;
  const base = { messageId, conversationId, contactId, claimCode, at };
  const click = claimCode === null ? undefined : clicks.get(claimCode);
  if (click) {
    const claims = click.claimedByMessage === null && !claimed.has(click.clickId);
    if (claims) claimed.add(click.clickId);
    return {
      ...base,
      source: 'link',
      network: click.network,
      linkId: click.linkId,
      clickId: claims ? click.clickId : null,
      itemId: click.itemId,
      adId: null,
    };
  }
  if (referral) {
    const network = enquiry.channelKind === 'instagram' ? 'instagram' : 'facebook';
    return { ...base, source: 'ad', network, linkId: null, clickId: null, itemId: null, adId: referral.sourceId };
  }
  return { ...base, source: 'direct', network: null, linkId: null, clickId: null, itemId: null, adId: null };
}

/** An enquiry in the batch that carries nothing new: an unknown code inside a conversation that goes on. */
export const tellsNothing = (enquiry: IncomingEnquiry, found: Attribution): boolean =>
  found.source === 'direct' && !enquiry.opensConversation && !enquiry.reopens;
