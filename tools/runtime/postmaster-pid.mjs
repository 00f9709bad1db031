/**
 * What a running server wrote about itself.
 * @param {string} text content of postmaster.pid: pid, data folder, start time, port, socket folder, address, shared memory, status
 * @returns {{ pid: number, dataDirectory: string, port: number, ready: boolean } | undefined} undefined when it is no such file
 */
export function parsePostmasterPid(text) {
  const lines = text.split('\n').map((line) => line.trim());
  const [pid, dataDirectory, , port] = lines;
  if (!/^\d+$/.test(pid ?? '') || !dataDirectory || !/^\d+$/.test(port ?? '')) return undefined;
  return { pid: Number(pid), dataDirectory, port: Number(port), ready: lines[7] === 'ready' };
}
