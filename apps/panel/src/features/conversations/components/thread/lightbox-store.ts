import { create } from 'zustand';

/** The message whose picture fills the screen; null while none does. */
export const useLightbox = create<{ messageId: string | null }>(() => ({ messageId: null }));

export function openLightbox(messageId: string | null): void {
  useLightbox.setState({ messageId });
}
