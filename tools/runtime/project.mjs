import { isAbsolute, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository's root folder, absolute. */
export const root = resolve(fileURLToPath(new URL('../..', import.meta.url)));

/** Absolute path of a file of the repository. */
export const inProject = (...parts) => join(root, ...parts);

/** The data folder: HILO_DATA_DIR (relative ones from the root), else `.data` in the root. */
export function dataDirOf(environment) {
  const given = environment.HILO_DATA_DIR;
  if (!given) return inProject('.data');
  return isAbsolute(given) ? given : resolve(root, given);
}

export const apiCli = inProject('apps', 'api', 'dist', 'cli.js');
export const apiMain = inProject('apps', 'api', 'dist', 'main.js');
export const simulatorMain = inProject('apps', 'simulator', 'dist', 'main.js');
