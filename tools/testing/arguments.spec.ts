import { describe, expect, it } from '@jest/globals';
import { parseTestArguments } from './arguments.mjs';

describe('parseTestArguments', () => {
  it.each([
    [[], { only: [], skipBrowser: false }],
    [['--skip-browser'], { only: [], skipBrowser: true }],
    [['--only', 'unit'], { only: ['unit'], skipBrowser: false }],
    [['--only=unit,panel', '--only', 'lint'], { only: ['unit', 'panel', 'lint'], skipBrowser: false }],
  ])('understands %j', (parameters, expected) => expect(parseTestArguments(parameters)).toEqual(expected));

  it.each([[['--watch']], [['--only']], [['--only', 'everything']]])('refuses %j', (parameters) => {
    expect(parseTestArguments(parameters)).toHaveProperty('refusal');
  });
});
