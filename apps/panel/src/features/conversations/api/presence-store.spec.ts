import { beforeEach, describe, expect, it } from '@jest/globals';
import { forgetSilent, heardTyping, heardViewers, stoppedTyping, usePresence } from './presence-store';

const names = () => (usePresence.getState().writers['c1'] ?? []).map(({ name }) => name);

describe('who writes and who looks', () => {
  beforeEach(() => usePresence.setState({ viewers: {}, writers: {} }));

  it('remembers each writer once and forgets who has been silent for six seconds', () => {
    heardTyping('c1', { userId: 'u2', name: 'Mateo', at: 1000 });
    heardTyping('c1', { userId: 'u3', name: 'Lucía', at: 5000 });
    heardTyping('c1', { userId: 'u2', name: 'Mateo', at: 2000 });
    expect(names()).toEqual(['Lucía', 'Mateo']);
    forgetSilent('c1', 7999);
    expect(names()).toEqual(['Lucía', 'Mateo']);
    forgetSilent('c1', 8000);
    expect(names()).toEqual(['Lucía']);
  });

  it('takes off who has sent the message, and nobody else', () => {
    heardTyping('c1', { userId: 'u2', name: 'Mateo', at: 1000 });
    stoppedTyping('c1', 'u9');
    stoppedTyping('c2', 'u2');
    expect(names()).toEqual(['Mateo']);
    stoppedTyping('c1', 'u2');
    expect(names()).toEqual([]);
  });

  it('knows the viewers of each conversation as last told', () => {
    heardViewers('c1', [{ id: 'u2', name: 'Mateo' }]);
    heardViewers('c1', []);
    expect(usePresence.getState().viewers).toEqual({ c1: [] });
  });
});
