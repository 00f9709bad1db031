/**
 * Says in words why this Node cannot run Hilo, or nothing when it can.
 * @param {string} version `process.versions.node`
 */
export function nodeRefusal(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return undefined;
  return `Hilo needs Node 20.19 or newer, this is ${version}. Install it from https://nodejs.org and start again.`;
}
