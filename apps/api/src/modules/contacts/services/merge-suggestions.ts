import { Injectable } from '@nestjs/common';
import { pageOf, type Page, type PageQuery } from '../../../platform/database/keyset-page.js';
import { placeById } from '../../../platform/database/place-in-list.js';
import { Contacts } from '../contacts.facade.js';
import type { ContactCard } from '../contacts.types.js';
import { MergeSuggestionsQuery, type MergeSuggestionRow } from '../persistence/merge-suggestions.query.js';

export interface MergeSuggestion {
  id: string;
  /** The one that new messages go to. */
  kept: ContactCard;
  other: ContactCard;
  reason: MergeSuggestionRow['reason'];
  createdAt: string;
}

/** Pairs of contacts that may be one person. */
@Injectable()
export class MergeSuggestions {
  constructor(
    private readonly query: MergeSuggestionsQuery,
    private readonly contacts: Contacts,
  ) {}

  async page({ cursor, limit }: PageQuery): Promise<Page<MergeSuggestion>> {
    const rows = await this.query.page(placeById(cursor), limit + 1);
    const cards = await this.contacts.byIds(rows.flatMap(({ keptId, otherId }) => [keptId, otherId]));
    const whole = rows.flatMap(({ keptId, otherId, ...row }) => {
      const [kept, other] = [cards.get(keptId), cards.get(otherId)];
      return kept && other ? [{ ...row, kept, other }] : [];
    });
    return pageOf(
      whole,
      limit,
      ({ id }) => [id],
      ({ createdAt, ...row }) => ({ ...row, createdAt: createdAt.toISOString() }),
    );
  }
}
