import { describe, expect, it } from '@jest/globals';
import { missingLibraries, packagesFor } from './missing-libraries.mjs';

describe('missingLibraries', () => {
  it('names only what ldd did not find', () => {
    const output =
      '\tlinux-vdso.so.1 (0x00)\n\tliblzf.so.1 => not found\n\tlibc.so.6 => /lib/libc.so.6 (0x00)\n\tlibssl.so.3 => not found\n';
    expect(missingLibraries(output)).toEqual(['liblzf.so.1', 'libssl.so.3']);
  });

  it('is empty for a program that has everything', () => expect(missingLibraries('\tstatically linked\n')).toEqual([]));
});

describe('packagesFor', () => {
  it.each([
    ['liblzf.so.1', 'liblzf1'],
    ['libatomic.so.1', 'libatomic1'],
    ['libjemalloc.so.2', 'libjemalloc2'],
    ['libsystemd.so.0', 'libsystemd0'],
    ['libcrypto.so.3', 'libssl3'],
    ['libhiredis.so.1.1.0', 'libhiredis1.1.0'],
    ['liblua5.1.so.0', 'liblua5.1-0'],
  ])('finds the package of %s', (library, name) => {
    expect(packagesFor(library)[0]).toBe(name);
  });

  it('knows the names since the 64-bit-time change', () => expect(packagesFor('libssl.so.3')).toContain('libssl3t64'));

  it('has no guess for another kind of file', () => expect(packagesFor('plugin')).toEqual([]));
});
