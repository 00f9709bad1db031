import { Injectable } from '@nestjs/common';
import { can, type Principal } from '../../auth/index.js';
import { Catalogue } from '../../catalogue/index.js';
import type { ConversationSummary } from '../../conversations/index.js';
import type { LeadView } from '../../leads/index.js';
import { Links } from '../../links/index.js';
import { namedOrigin, traceOf } from '../domain/origin.js';
import type { OriginView } from '../http/conversation-panel.view.js';

/** Where customers came from, in names as far as the reader may read links and the catalogue. */
@Injectable()
export class Origins {
  constructor(
    private readonly links: Links,
    private readonly catalogue: Catalogue,
  ) {}

  /** Null when the customer came by themselves. */
  async of(
    reader: Principal,
    conversation: ConversationSummary,
    lead: LeadView | undefined,
  ): Promise<OriginView | null> {
    const trace = traceOf(lead, conversation);
    if (!trace) return null;
    const [links, items] = await Promise.all([
      this.links.byIds(can(reader, 'links:read') ? only(trace.linkId) : []),
      this.catalogue.byIds(can(reader, 'catalogue:read') ? only(trace.itemId) : []),
    ]);
    const priced = [...items.values()].map(({ id, name, priceRetail }) => ({ id, name, price: priceRetail }));
    return namedOrigin(trace, links, new Map(priced.map((item) => [item.id, item])));
  }
}

const only = (id: string | null): string[] => (id === null ? [] : [id]);
