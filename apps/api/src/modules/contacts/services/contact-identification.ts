import type { IdentityChange, ResolvedContact, ResolveSender } from '../contacts.types.js';

/** Tells who somebody is. */
export abstract class ContactIdentification {
  /** Finds or creates the contact of up to 500 senders. Joins the caller's transaction, or makes one. */
  abstract resolve(senders: readonly ResolveSender[]): Promise<Map<string, ResolvedContact>>;
  /** The provider gave somebody a new identity: both are one person from now on. Null when the previous one is unknown. */
  abstract applyIdentityChange(change: IdentityChange): Promise<string | null>;
}
