import { create } from 'zustand';

/** An answer that ISAC proposes and nobody has sent. */
export interface Suggestion {
  id: string;
  intent: string | null;
  confidence: number | null;
  reply: string;
}

interface SuggestionState {
  /** The latest of each conversation. */
  suggestions: Readonly<Record<string, Suggestion>>;
}

export const useSuggestions = create<SuggestionState>(() => ({ suggestions: {} }));

export function suggest(conversationId: string, suggestion: Suggestion): void {
  useSuggestions.setState(({ suggestions }) => ({ suggestions: { ...suggestions, [conversationId]: suggestion } }));
}

/** It was used, thrown away, or overtaken by an answer. */
export function withdrawSuggestion(conversationId: string): void {
  useSuggestions.setState(({ suggestions }) => {
    if (!suggestions[conversationId]) return { suggestions };
    const { [conversationId]: _gone, ...others } = suggestions;
    return { suggestions: others };
  });
}
