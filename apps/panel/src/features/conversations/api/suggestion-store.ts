import { create } from 'zustand';
import type { Suggestion } from '../model/suggestion';

interface SuggestionState {
  /** The latest of each conversation that the socket told. */
  heard: Readonly<Record<string, Suggestion>>;
  /** Turns that were used or thrown away in this visit: what the server last said of them is older. */
  settled: ReadonlySet<string>;
}

export const useSuggestions = create<SuggestionState>(() => ({ heard: {}, settled: new Set() }));

export function suggest(conversationId: string, suggestion: Suggestion): void {
  useSuggestions.setState(({ heard }) => ({ heard: { ...heard, [conversationId]: suggestion } }));
}

export function settleSuggestion(turnId: string): void {
  useSuggestions.setState(({ settled }) => ({ settled: new Set(settled).add(turnId) }));
}
