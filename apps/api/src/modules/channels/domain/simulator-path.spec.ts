import { describe, expect, it } from '@jest/globals';
import { simulatorPath } from './simulator-path.js';

describe('simulatorPath', () => {
  it.each(['phone/customers', 'phone/customers/01-a.b/media/77', 'control/switches', 'control/reset', 'phone/changes'])('leads to %s', (path) => {
    expect(simulatorPath(path)).toBe(`/${path}`);
    expect(simulatorPath(`/${path}`)).toBe(`/${path}`);
  });

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
