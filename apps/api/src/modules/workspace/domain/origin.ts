interface Named {
  id: string;
  name: string;
}

type Utm = Record<string, string | null>;

/** Where an enquiry came from, as ids and parameters. */
export interface Trace {
  network: string | null;
  linkId: string | null;
  itemId: string | null;
  utm: Utm | null;
  adId: string | null;
}

export interface Origin<Item extends Named> {
  network: string | null;
  link: Named | null;
  item: Item | null;
  utm: Utm | null;
  adId: string | null;
}

interface Marked {
  sourceNetwork: string | null;
  sourceLinkId: string | null;
  sourceItemId: string | null;
}

interface Brought {
  item: { id: string } | null;
  source: { network: string | null; linkId: string | null; utm: Utm | null; adId: string | null };
}

/** What brought the lead; else what brought the latest enquiry of its conversation. Null when the customer came by themselves. */
export function traceOf(lead: Brought | undefined, conversation: Marked): Trace | null {
  const ofLead = lead && { ...lead.source, itemId: lead.item?.id ?? null };
  if (ofLead && (ofLead.network !== null || ofLead.adId !== null)) {
    const { network, linkId, itemId, utm, adId } = ofLead;
    return { network, linkId, itemId, utm, adId };
  }
  const { sourceNetwork: network, sourceLinkId: linkId, sourceItemId: itemId } = conversation;
  return network === null ? null : { network, linkId, itemId, utm: null, adId: null };
}

/** With names. What a link is published with stands for what no click was seen to bring. */
export const namedOrigin = <Item extends Named>(
  { network, linkId, itemId, utm, adId }: Trace,
  links: ReadonlyMap<string, Named & { utm: object }>,
  items: ReadonlyMap<string, Item>,
): Origin<Item> => {
  const link = links.get(linkId ?? '');
  return {
    network,
    link: link ? { id: link.id, name: link.name } : null,
    item: items.get(itemId ?? '') ?? null,
    utm: utm ?? (link ? ({ ...link.utm } as Utm) : null),
    adId,
  };
};
