import { cleanText, foldText } from './text/clean-text.js';
import type { Token } from './text/tokens.js';
import { tokenise } from './text/tokens.js';

/** A message as every later step reads it: positions agree between `clean`, `folded` and the tokens. */
export interface ReadMessage {
  readonly clean: string;
  readonly folded: string;
  readonly tokens: readonly Token[];
}

/** Cleans, folds and splits a raw text once. */
export function readMessage(raw: string): ReadMessage {
  const clean = cleanText(raw);
  const folded = foldText(clean);
  return { clean, folded, tokens: tokenise(clean, folded) };
}
