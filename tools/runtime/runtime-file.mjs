import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { readJson, writePrivateJson } from './private-file.mjs';

const pathIn = (dataDir) => join(dataDir, 'runtime.json');

/**
 * What the start leaves for tools.
 * @typedef {{ apiUrl: string, panelUrl: string, simulatorUrl: string | null, databaseUrl: string, redisUrl: string,
 *   pids: { api: number | null, worker: number | null, simulator: number | null, postgres: number | null, redis: number | null } }} Runtime
 * null: not ours, or not running
 */

/** @param {Runtime} runtime */
export const writeRuntime = (dataDir, runtime) => writePrivateJson(pathIn(dataDir), runtime);

/** @returns {Runtime | undefined} */
export const readRuntime = (dataDir) => readJson(pathIn(dataDir));

export const removeRuntime = (dataDir) => rmSync(pathIn(dataDir), { force: true });

/**
 * Which process does what: in one process the pids are equal.
 * @param {{ role: 'all' | 'http' | 'worker', pid: number }[]} processes
 */
export function pidsByRole(processes) {
  const pidOf = (role) => processes.find((one) => one.role === role || one.role === 'all')?.pid ?? null;
  return { api: pidOf('http'), worker: pidOf('worker') };
}
