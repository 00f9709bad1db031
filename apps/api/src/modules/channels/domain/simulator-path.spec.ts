import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { simulatorPath } from './simulator-path.js';

describe('simulatorPath', () => {
  it.each(['phone/customers', 'phone/customers/01-a.b/media/77', 'control/switches', 'control/reset', 'phone/changes'])(
    'leads to %s',
    (path) => {
      expect(simulatorPath(path)).toBe(`/${path}`);
      expect(simulatorPath(`/${path}`)).toBe(`/${path}`);
    },
  );

  it.each([
    'phone',
    '',
    'v23.0/100/messages',
    'phone/../control/channels',
    'phone/./x',
    'phone/%2e%2e/control',
    'phone//x',
    'phone/x?y',
    'phone/x#y',
    'phone/x\\y',
    'http://evil.test/phone/x',
    '//evil.test/phone/x',
    'control/channels',
    'control/clock',
    'phones/x',
  ])('leads nowhere from %s', (path) => expect(simulatorPath(path)).toBeUndefined());

  it('is quick on hostile input', () => {
    expect(simulatorPath(`phone/${'a/'.repeat(50_000)}%`)).toBeUndefined();
  });
});

describe('whatever is asked', () => {
  it('never leaves the two rooms that are for people', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        for (const path of [simulatorPath(text), simulatorPath(`phone/${text}`), simulatorPath(`control/${text}`)]) {
          if (path === undefined) continue;
          expect(new URL(path, 'http://simulator').href).toBe(`http://simulator${path}`);
          expect(path).toMatch(/^\/(phone|control)\/./);
          expect(['/control/channels', '/control/clock']).not.toContain(path);
        }
      }),
    );
  });
});
