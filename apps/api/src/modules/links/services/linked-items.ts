import { Injectable } from '@nestjs/common';
import { Catalogue } from '../../catalogue/index.js';

/** An item of the catalogue as a link shows it. */
export interface LinkedItem {
  id: string;
  name: string;
  sku: string | null;
  description: string;
  /** Absolute, public; null when the item has no picture that anybody may fetch. */
  imageUrl: string | null;
}

@Injectable()
export class LinkedItems {
  constructor(private readonly catalogue: Catalogue) {}

  /** Unknown ids are missing from the map. */
  async byIds(ids: readonly (string | null)[]): Promise<Map<string, LinkedItem>> {
    const wanted = [...new Set(ids.flatMap((id) => id ?? []))];
    if (wanted.length === 0) return new Map();
    const items = await this.catalogue.byIds(wanted);
    return new Map(
      [...items.values()].map(({ id, name, sku, description, images }) => [
        id,
        { id, name, sku, description, imageUrl: images.find((image) => image.startsWith('https://')) ?? null },
      ]),
    );
  }
}
