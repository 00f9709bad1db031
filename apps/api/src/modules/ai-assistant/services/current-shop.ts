import { performance } from 'node:perf_hooks';
import { Injectable } from '@nestjs/common';
import { Config } from '../../../platform/config/config.js';
import { Business } from '../../business/index.js';
import { Catalogue, type CatalogueSnapshot } from '../../catalogue/index.js';
import { catalogueItemOf } from '../ground/from-catalogue.js';
import { shopFactsOf } from '../ground/from-business.js';
import type { ShopFacts } from '../ground/shop-facts.js';
import { type AssistantSettings, SettingsRow } from '../persistence/settings-row.js';
import { buildItemIndex, type ItemIndex } from '../understand/link-items/item-index.js';

/** A change of the settings is answered by after this long. */
const KEEP_MS = 2000;

export interface Shop {
  index: ItemIndex;
  facts: ShopFacts;
  settings: AssistantSettings;
}

/** The business and its offer as they are at this moment; the index is built again only when the catalogue changed. */
@Injectable()
export class CurrentShop {
  private kept: { settings: Promise<AssistantSettings>; until: number } | undefined;
  private indexed: { snapshot: CatalogueSnapshot; index: ItemIndex } | undefined;

  constructor(
    private readonly catalogue: Catalogue,
    private readonly business: Business,
    private readonly settings: SettingsRow,
    private readonly config: Config,
  ) {}

  async read(): Promise<Shop> {
    const [snapshot, profile, settings] = await Promise.all([
      this.catalogue.snapshot(),
      this.business.current(),
      this.currentSettings(),
    ]);
    const facts = shopFactsOf(profile, settings, snapshot.faqs, [new URL(this.config.publicUrl).host]);
    return { index: this.indexOf(snapshot), facts, settings };
  }

  private currentSettings(): Promise<AssistantSettings> {
    if (!this.kept || this.kept.until < performance.now()) {
      const settings = this.settings.read();
      this.kept = { settings, until: performance.now() + KEEP_MS };
      settings.catch(() => (this.kept = undefined));
    }
    return this.kept.settings;
  }

  private indexOf(snapshot: CatalogueSnapshot): ItemIndex {
    if (this.indexed?.snapshot !== snapshot) {
      // In the order in which the items were made: of two that fit alike, the older is named first.
      const items = [...snapshot.items].sort((one, other) => (one.id < other.id ? -1 : 1)).map(catalogueItemOf);
      this.indexed = { snapshot, index: buildItemIndex(items) };
    }
    return this.indexed.index;
  }
}
