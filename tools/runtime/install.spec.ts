import { describe, expect, it } from '@jest/globals';
import { installedMatches } from './install.mjs';

const lock = {
  packages: {
    '': { version: '0.1.0' },
    'apps/api': { version: '0.1.0' },
    'node_modules/@hilo/api': { link: true },
    'node_modules/pg': { version: '8.23.1' },
    'node_modules/other-platform': { version: '1.0.0', optional: true },
  },
};

describe('installedMatches', () => {
  it('accepts what the lockfile asks for, without the packages of other platforms and the workspaces', () => {
    expect(installedMatches(lock, { packages: { 'node_modules/pg': { version: '8.23.1' } } })).toBe(true);
  });

  it('sees another version', () => {
    expect(installedMatches(lock, { packages: { 'node_modules/pg': { version: '8.0.0' } } })).toBe(false);
  });

  it('sees a missing package', () => {
    expect(installedMatches(lock, { packages: {} })).toBe(false);
  });

  it('does not take an optional package of another version', () => {
    const packages = { 'node_modules/pg': { version: '8.23.1' }, 'node_modules/other-platform': { version: '0.9.0' } };
    expect(installedMatches(lock, { packages })).toBe(false);
  });

  it('believes nothing without both files', () => {
    expect(installedMatches(lock, undefined)).toBe(false);
    expect(installedMatches(undefined, { packages: {} })).toBe(false);
  });
});
