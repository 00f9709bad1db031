import { Injectable } from '@nestjs/common';
import { Catalogue, inStock, type Item } from '../catalogue/index.js';
import { presentQualification, presentTurn } from './http/present-turn.js';
import type { QualificationView, TurnView } from './http/turn.view.js';
import { TurnList } from './persistence/turn-list.js';
import { Qualifications } from './services/qualifications.js';

/** What other modules may ask the assistant. */
@Injectable()
export class Assistant {
  constructor(
    private readonly qualifications: Qualifications,
    private readonly turns: TurnList,
    private readonly catalogue: Catalogue,
  ) {}

  /** Null when nothing is known of the enquiry, or not any more. */
  async qualificationOf(conversationId: string): Promise<QualificationView | null> {
    const known = await this.qualifications.of(conversationId);
    return known ? presentQualification(known) : null;
  }

  /** The latest that is no longer in the making. */
  async lastTurn(conversationId: string): Promise<TurnView | null> {
    const turn = await this.turns.last(conversationId);
    return turn ? presentTurn(turn) : null;
  }

  /** What the enquiry is about: what is wanted first, then what was spoken of, as it is on offer now; then what else there is of its kind. */
  async suggestedItems(conversationId: string, limit: number): Promise<Item[]> {
    const known = await this.qualifications.of(conversationId);
    if (!known) return [];
    const { items } = await this.catalogue.snapshot();
    const bySku = new Map(items.map((item) => [item.sku, item]));
    const spokenOf = [...new Set([...known.state.cart.map(({ sku }) => sku), ...known.state.focus])].flatMap(
      (sku) => bySku.get(sku) ?? [],
    );
    const kinds = new Set(spokenOf.map(({ category }) => category));
    const others = items.filter((item) => kinds.has(item.category) && inStock(item) && !spokenOf.includes(item));
    return [...spokenOf, ...others].slice(0, limit);
  }
}
