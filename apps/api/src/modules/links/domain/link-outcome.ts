/** What became of an enquiry that came by a link. */
export interface LinkOutcome {
  /** The lead that the enquiry became; it counts once. */
  dealId: string;
  linkId: string;
  won: boolean;
}
