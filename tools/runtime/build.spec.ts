import { describe, expect, it } from '@jest/globals';
import { isBuildInput, tail } from './build.mjs';

describe('isBuildInput', () => {
  it.each([
    'apps/api/src/main.ts',
    'apps/panel/index.html',
    'libs/money/src/money.ts',
    'apps/api/src/data/lines.jsonl',
    'apps/api/package.json',
  ])('counts %s', (path) => expect(isBuildInput(path)).toBe(true));

  it.each([
    'apps/api/dist/main.js',
    'apps/api/node_modules/x/index.js',
    'apps/api/src/main.spec.ts',
    'apps/api/src/claim.int-spec.ts',
    'apps/panel/src/app.test.tsx',
    'apps/api-e2e/src/sign-in.ts',
    'apps/panel-e2e',
  ])('leaves %s out', (path) => expect(isBuildInput(path)).toBe(false));

  it('is not fooled by names that only look alike', () => {
    expect(isBuildInput('apps/api/src/distance.ts')).toBe(true);
    expect(isBuildInput('apps/api/src/spec.ts')).toBe(true);
  });
});

describe('tail', () => {
  it('keeps the last lines', () => expect(tail('a\nb\nc\n', 2)).toBe('b\nc'));
});
