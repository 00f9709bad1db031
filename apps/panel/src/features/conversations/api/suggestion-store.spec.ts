import { beforeEach, describe, expect, it } from '@jest/globals';
import { suggest, useSuggestions, withdrawSuggestion } from './suggestion-store';

const words = (id: string, reply: string) => ({ id, intent: null, confidence: null, reply });
const offered = () =>
  Object.fromEntries(Object.entries(useSuggestions.getState().suggestions).map(([id, { reply }]) => [id, reply]));

describe('what ISAC would answer', () => {
  beforeEach(() => useSuggestions.setState({ suggestions: {} }));

  it('is one per conversation, the latest', () => {
    suggest('c1', words('t1', 'uno'));
    suggest('c2', words('t2', 'dos'));
    suggest('c1', words('t3', 'tres'));
    expect(offered()).toEqual({ c1: 'tres', c2: 'dos' });
  });

  it('is withdrawn by itself', () => {
    suggest('c1', words('t1', 'uno'));
    suggest('c2', words('t2', 'dos'));
    withdrawSuggestion('c1');
    expect(offered()).toEqual({ c2: 'dos' });
  });

  it('redraws nothing when there was none to withdraw', () => {
    suggest('c2', words('t2', 'dos'));
    const before = useSuggestions.getState().suggestions;
    withdrawSuggestion('c1');
    expect(useSuggestions.getState().suggestions).toBe(before);
  });
});
