/** Why a person closed a conversation. */
export const CLOSE_REASONS = ['sale', 'no_interest', 'spam', 'other'] as const;
export type CloseReason = (typeof CLOSE_REASONS)[number];
