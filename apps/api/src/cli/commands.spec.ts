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

describe('what is typed', () => {
  it.each([[['--password=a=b==']], [['--password', 'a=b==']]])('%j keeps every sign of a value', (argv) => {
    expect(parseArguments(argv).options).toEqual({ password: 'a=b==' });
  });

  it.each([
    [[], { words: [], options: {} }],
    [['help'], { words: ['help'], options: {} }],
    [['--name='], { words: [], options: { name: '' } }],
    [['--name', '--demo'], { words: [], options: { name: 'true', demo: 'true' } }],
    [
      ['user', 'create', '--name', 'Ana Ruiz', 'extra'],
      { words: ['user', 'create', 'extra'], options: { name: 'Ana Ruiz' } },
    ],
    [['--name', 'first', '--name', 'last'], { words: [], options: { name: 'last' } }],
    [['-x', 'y'], { words: ['-x', 'y'], options: {} }],
    [['--number', '-5'], { words: [], options: { number: '-5' } }],
    [[''], { words: [''], options: {} }],
  ])('%j is read as %j', (argv, expected) => {
    expect(parseArguments(argv)).toEqual(expected);
  });
});
