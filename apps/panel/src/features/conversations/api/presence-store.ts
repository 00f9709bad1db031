import { create } from 'zustand';

export interface Writer {
  userId: string;
  name: string;
  /** When it was last told (epoch ms). */
  at: number;
}

interface PresenceState {
  /** Who looks at which conversation. */
  viewers: Readonly<Record<string, readonly { id: string; name: string }[]>>;
  writers: Readonly<Record<string, readonly Writer[]>>;
}

/** Somebody who has not been heard of for this long has stopped writing. */
const TYPING_MS = 6000;

export const usePresence = create<PresenceState>(() => ({ viewers: {}, writers: {} }));

export function heardViewers(conversationId: string, viewers: readonly { id: string; name: string }[]): void {
  usePresence.setState((state) => ({ viewers: { ...state.viewers, [conversationId]: viewers } }));
}

export function heardTyping(conversationId: string, writer: Writer): void {
  usePresence.setState((state) => {
    const others = (state.writers[conversationId] ?? []).filter((one) => one.userId !== writer.userId);
    return { writers: { ...state.writers, [conversationId]: [...others, writer] } };
  });
  setTimeout(() => forgetSilent(conversationId, Date.now()), TYPING_MS + 50);
}

/** Whoever sent the message has stopped writing it. */
export function stoppedTyping(conversationId: string, userId: string | null): void {
  usePresence.setState((state) => {
    const writers = state.writers[conversationId];
    if (!writers?.some((one) => one.userId === userId)) return state;
    return { writers: { ...state.writers, [conversationId]: writers.filter((one) => one.userId !== userId) } };
  });
}

export function forgetSilent(conversationId: string, now: number): void {
  usePresence.setState((state) => {
    const writers = state.writers[conversationId] ?? [];
    const still = writers.filter((one) => now - one.at < TYPING_MS);
    if (still.length === writers.length) return state;
    return { writers: { ...state.writers, [conversationId]: still } };
  });
}

const NOBODY: readonly never[] = [];

/** Colleagues with the conversation on screen, without oneself. */
export function useViewers(conversationId: string, meId: string): readonly { id: string; name: string }[] {
  const viewers = usePresence((state) => state.viewers[conversationId]) ?? NOBODY;
  return viewers.some((one) => one.id === meId) ? viewers.filter((one) => one.id !== meId) : viewers;
}

/** Name of a colleague who writes there right now, or null. */
export function useWriter(conversationId: string, meId: string): string | null {
  return usePresence((state) => state.writers[conversationId]?.findLast((one) => one.userId !== meId)?.name ?? null);
}
