import { describe, expect, it } from '@jest/globals';
import { pathOf, targetOf } from './place.mjs';

describe('where a file stands', () => {
  it.each([
    ['/project', '/project/apps/api/src/main.ts', 'apps/api/src/main.ts'],
    ['/project/', '/project/a.ts', 'a.ts'],
    ['/project', '/elsewhere/a.ts', '../elsewhere/a.ts'],
  ])('from %s is %s', (cwd, filename, path) => {
    expect(pathOf({ cwd, filename })).toBe(path);
  });
});

describe('where an import leads', () => {
  it.each([
    ['apps/api/src/a/b.ts', './c.js', 'apps/api/src/a/c.ts'],
    ['apps/api/src/a/b.ts', '../c.js', 'apps/api/src/c.ts'],
    ['apps/api/src/a/b.ts', '../../../simulator/src/x.js', 'apps/simulator/src/x.ts'],
    ['apps/panel/src/a/b.tsx', '@/app/session', 'apps/panel/src/app/session'],
    ['apps/panel/src/a/b.tsx', '../c', 'apps/panel/src/c'],
    ['apps/panel/src/a/b.tsx', './c.json', 'apps/panel/src/a/c.json'],
    ['libs/ui/src/a.tsx', '@/b', 'libs/ui/src/b'],
  ])('from %s, %s is %s', (from, specifier, target) => {
    expect(targetOf(from, specifier)).toBe(target);
  });

  it.each(['react', '@hilo/ui', '@nestjs/common', 'node:fs', '#internal', ''])(
    '%s leads out of the sources',
    (specifier) => {
      expect(targetOf('apps/api/src/a.ts', specifier)).toBeUndefined();
    },
  );
});
