let open: string | null = null;

/** The conversation that this page has open; none: null. */
export function setOpenConversation(conversationId: string | null): void {
  open = conversationId;
}

/** Whether a person has the conversation before their eyes: open, and the page in front. */
export const isWatched = (conversationId: string): boolean =>
  open === conversationId && document.visibilityState === 'visible' && document.hasFocus();
