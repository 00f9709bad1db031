import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Failure } from './failure.mjs';
import { makeDataDir } from './private-file.mjs';
import { commandLineOf, endProcess } from './process-table.mjs';
import { apiMain, simulatorMain } from './project.mjs';
import { readRuntime, removeRuntime } from './runtime-file.mjs';

/** Makes this the only start on the data folder. @returns {Promise<() => void>} gives it free again */
export async function takeStartLock(dataDir) {
  makeDataDir(dataDir);
  const path = join(dataDir, 'start.pid');
  for (;;) {
    try {
      writeFileSync(path, `${process.pid}\n`, { flag: 'wx', mode: 0o600 });
      return () => rmSync(path, { force: true });
    } catch (error) {
      if (error.code !== 'EEXIST') throw new Failure(`The data folder ${dataDir} cannot be written: ${error.message}`);
    }
    const other = Number(readFileSync(path, 'utf8'));
    if ((await commandLineOf(other)).includes('start.mjs') && other !== process.pid) {
      const address = readRuntime(dataDir)?.apiUrl;
      throw new Failure(
        `Hilo is already running on this data folder (pid ${other}${address ? `, ${address}` : ''}). ` +
          'Stop that one first, or give another HILO_DATA_DIR.',
      );
    }
    rmSync(path, { force: true });
  }
}

/** Ends the programs an earlier start left behind when it was killed, so that two workers never share one queue unknown. */
export async function endOrphans(dataDir) {
  const pids = readRuntime(dataDir)?.pids;
  removeRuntime(dataDir);
  if (!pids) return 0;
  const ours = [
    [pids.api, apiMain],
    [pids.worker, apiMain],
    [pids.simulator, simulatorMain],
  ];
  let ended = 0;
  for (const [pid, program] of ours) {
    if (!pid || !(await commandLineOf(pid)).includes(program)) continue;
    await endProcess(pid);
    ended += 1;
  }
  return ended;
}
