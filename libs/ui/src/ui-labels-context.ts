import { createContext, useContext } from 'react';
import type { UiLabels } from './labels';

export const UiLabelsContext = createContext<UiLabels | null>(null);

/** The kit's words in the language of the page. */
export function useUiLabels(): UiLabels {
  const labels = useContext(UiLabelsContext);
  if (!labels) throw new Error('@hilo/ui needs <UiProvider labels={...}> around the page.');
  return labels;
}
