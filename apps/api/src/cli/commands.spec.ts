import { describe, expect, it } from '@jest/globals';
import { parseArguments } from './commands.js';

describe('parseArguments', () => {
  it('tells words, values and flags apart', () => {
    expect(parseArguments(['api-key', 'create', '--name', 'load test', '--scopes=all', '--json'])).toEqual({
      words: ['api-key', 'create'],
      options: { name: 'load test', scopes: 'all', json: 'true' },
    });
  });

  it('lets a flag stand before another', () => {
    expect(parseArguments(['--demo', '--name', 'x'])).toEqual({ words: [], options: { demo: 'true', name: 'x' } });
  });
});
