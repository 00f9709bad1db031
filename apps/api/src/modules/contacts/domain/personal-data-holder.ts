/** The port of every module that keeps something about a customer. */
export interface PersonalDataHolder {
  /** Stable; the key of this holder's part in an export. */
  readonly name: string;
  /** Everything held about this person and nothing about others, ready for JSON. */
  exportOf(contactId: string): Promise<unknown>;
  /** Leaves no trace of the person; runs in the caller's transaction and may run twice. */
  erase(contactId: string): Promise<void>;
}
