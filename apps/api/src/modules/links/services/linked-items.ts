import { Injectable } from '@nestjs/common';
import { Catalogue, photoAddress } from '../../catalogue/index.js';

/** An item of the catalogue as a link shows it. */
export interface LinkedItem {
  id: string;
  name: string;
  sku: string | null;
  description: string;
  /** A path of our own host that anybody may fetch; null when the item has no photo. */
  photo: string | null;
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
      [...items.values()].map(({ id, name, sku, description, images: [first] }) => [
        id,
        { id, name, sku, description, photo: first === undefined ? null : photoAddress(first) },
      ]),
    );
  }
}
