import { beforeEach, describe, expect, it } from '@jest/globals';
import { suggestion } from '../testing/turn-sample';
import { settleSuggestion, suggest, useSuggestions } from './suggestion-store';

const heard = () =>
  Object.fromEntries(Object.entries(useSuggestions.getState().heard).map(([id, { reply }]) => [id, reply]));

describe('what ISAC would answer', () => {
  beforeEach(() => useSuggestions.setState({ heard: {}, settled: new Set() }));

  it('is one per conversation, the latest', () => {
    suggest('c1', suggestion({ id: 't1', reply: 'uno' }));
    suggest('c2', suggestion({ id: 't2', reply: 'dos' }));
    suggest('c1', suggestion({ id: 't3', reply: 'tres' }));
    expect(heard()).toEqual({ c1: 'tres', c2: 'dos' });
  });

  it('is settled turn by turn', () => {
    settleSuggestion('t1');
    settleSuggestion('t3');
    settleSuggestion('t1');
    expect([...useSuggestions.getState().settled]).toEqual(['t1', 't3']);
  });
});
