import { Injectable } from '@nestjs/common';
import { Catalogue } from '../../catalogue/index.js';

/** An item of the catalogue as a lead shows it. */
export interface LeadItem {
  id: string;
  name: string;
  price: { amount: number; currency: string } | null;
}

@Injectable()
export class LeadItems {
  constructor(private readonly catalogue: Catalogue) {}

  /** Unknown ids are missing from the map. */
  async byIds(ids: readonly (string | null)[]): Promise<Map<string, LeadItem>> {
    const wanted = [...new Set(ids.flatMap((id) => id ?? []))];
    if (wanted.length === 0) return new Map();
    const items = await this.catalogue.byIds(wanted);
    return new Map([...items.values()].map(({ id, name, priceRetail }) => [id, { id, name, price: priceRetail }]));
  }
}
