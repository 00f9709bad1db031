/**
 * Keys under which the parts of a trace have their words. The API tells them as codes or short English sentences;
 * one that has no words of ours yet is shown as it came.
 */

/** `nothing of the catalogue was named` becomes `nothingOfTheCatalogueWasNamed`. */
export const wordKey = (told: string): string =>
  told
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter(Boolean)
    .map((part, index) => (index === 0 ? part : part.charAt(0).toUpperCase() + part.slice(1)))
    .join('');

/** Rules of the classifier are named `family: detail`; people read the family. */
const FAMILIES = /^(complaint|human|injection|opt-out|order|price|purchase|stock|thanks|warranty): /;

/** Keys of a rule's words, the first that exists counts. */
export function ruleKeys(rule: string): string[] {
  const family = FAMILIES.exec(rule)?.[1];
  return [wordKey(rule), ...(family ? [wordKey(`rule ${family}`)] : [])].map((key) => `trace.because.${key}`);
}

/** Keys of the words for why a turn ended as it did, when the reason is a code; else it is made of rules, see `rulesOf`. */
export const reasonKeys = (reason: string): string[] => [
  `trace.reasons.${reason}`,
  `suggestion.reasons.${reason}`,
  `trace.reasons.${wordKey(reason)}`,
];

/** The rules that a sentence of the engine is made of. */
export const rulesOf = (because: string): string[] => because.split('; ').filter(Boolean);
