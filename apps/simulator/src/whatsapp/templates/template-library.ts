import { createHash } from 'node:crypto';
import type { Template } from './template.js';
import { TemplateStore } from './template-store.js';

const FIRST_ID = 1_600_000_000_000_000;
const IDS_EACH = 1_000_000;

/** The templates of every business account, each from the shipped ones on. */
export class TemplateLibrary {
  private readonly stores = new Map<string, TemplateStore>();

  of(businessAccountId: string): TemplateStore {
    const known = this.stores.get(businessAccountId);
    if (known !== undefined) return known;
    const store = new TemplateStore(firstIdOf(businessAccountId));
    this.stores.set(businessAccountId, store);
    return store;
  }

  /** A template of one of these accounts. */
  byId(id: string, accounts: Iterable<string>): { template: Template; businessAccountId: string } | undefined {
    for (const businessAccountId of new Set(accounts)) {
      const template = this.of(businessAccountId).byId(id);
      if (template !== undefined) return { template, businessAccountId };
    }
    return undefined;
  }

  reset(): void {
    this.stores.clear();
  }
}

/** The product remembers ids: an account's are its own and the same after every start. */
function firstIdOf(businessAccountId: string): number {
  return FIRST_ID + createHash('sha256').update(businessAccountId).digest().readUInt32BE() * IDS_EACH;
}
