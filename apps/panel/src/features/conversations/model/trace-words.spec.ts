import { describe, expect, it } from '@jest/globals';
import { reasonKeys, ruleKeys, rulesOf, wordKey } from './trace-words';

describe('the words of a trace', () => {
  it('have keys without anything that a key may not hold', () => {
    expect(wordKey('nothing of the catalogue was named')).toBe('nothingOfTheCatalogueWasNamed');
    expect(wordKey('buys, but several items fit')).toBe('buysButSeveralItemsFit');
    expect(wordKey('escalation: human_request')).toBe('escalationHumanRequest');
    expect(wordKey('')).toBe('');
  });

  it('are those of the family for a rule of the classifier', () => {
    expect(ruleKeys('opt-out: no more')).toEqual(['trace.because.optOutNoMore', 'trace.because.ruleOptOut']);
    expect(ruleKeys('answers')).toEqual(['trace.because.answers']);
  });

  it('of a reason are looked for as a code, as why it was dismissed, and as a sentence', () => {
    expect(reasonKeys('wrong_facts')).toEqual([
      'trace.reasons.wrong_facts',
      'suggestion.reasons.wrong_facts',
      'trace.reasons.wrongFacts',
    ]);
    expect(rulesOf('model; answers')).toEqual(['model', 'answers']);
  });
});
