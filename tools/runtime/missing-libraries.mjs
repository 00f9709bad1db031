/** The names of the shared libraries that `ldd` could not find. */
export function missingLibraries(lddOutput) {
  return [...lddOutput.matchAll(/^\s*(\S+)\s+=>\s+not found/gm)].map(([, name]) => name);
}

const otherNames = { libcrypto: 'libssl' };

/**
 * The Debian and Ubuntu packages that may carry a library, likeliest first. Package names follow the library's
 * name and version; since the 64-bit-time change of 2024 some end in t64.
 * @param {string} library e.g. `liblzf.so.1`
 */
export function packagesFor(library) {
  const match = /^(.+?)\.so\.(.+)$/.exec(library);
  if (!match) return [];
  const [, stem, version] = match;
  const name = otherNames[stem] ?? stem;
  const base = /\d$/.test(name) ? `${name}-${version}` : `${name}${version}`;
  return [base, `${base}t64`];
}
