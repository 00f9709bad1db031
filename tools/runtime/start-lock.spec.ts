import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { commandLineOf, isAlive, waitForEnd } from './process-table.mjs';
import { apiMain, simulatorMain } from './project.mjs';
import { readRuntime, writeRuntime } from './runtime-file.mjs';
import { endOrphans, takeStartLock } from './start-lock.mjs';

let dataDir: string;
const children: ChildProcess[] = [];
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'hilo-lock-'));
});
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  rmSync(dataDir, { recursive: true, force: true });
});

/** A process whose command line names a program. */
async function running(name: string): Promise<number> {
  const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)', name], { stdio: 'ignore' });
  children.push(child);
  const pid = child.pid ?? 0;
  while (!(await commandLineOf(pid)).includes(name)) await new Promise((resolve) => setTimeout(resolve, 10));
  return pid;
}
const runtimeOf = (pids: object) => ({
  apiUrl: 'http://127.0.0.1:3000',
  panelUrl: 'http://127.0.0.1:3000',
  simulatorUrl: null,
  databaseUrl: 'postgresql://x',
  redisUrl: 'redis://x',
  pids: { api: null, worker: null, simulator: null, postgres: null, redis: null, ...pids },
});

describe('the lock of a data folder', () => {
  it('is a file with our pid, for its owner alone, until it is given free', async () => {
    const free = await takeStartLock(dataDir);
    const path = join(dataDir, 'start.pid');
    expect([readFileSync(path, 'utf8'), statSync(path).mode & 0o777]).toEqual([`${process.pid}\n`, 0o600]);
    free();
    free();
    expect(existsSync(path)).toBe(false);
  });

  it('makes the folder when it is not there yet', async () => {
    const fresh = join(dataDir, 'a', 'b');
    const free = await takeStartLock(fresh);
    expect(existsSync(join(fresh, 'start.pid'))).toBe(true);
    free();
  });

  it('is refused while another start holds it, with its address', async () => {
    const pid = await running('tools/start.mjs');
    writeFileSync(join(dataDir, 'start.pid'), `${pid}\n`);
    writeRuntime(dataDir, runtimeOf({}));
    await expect(takeStartLock(dataDir)).rejects.toMatchObject({
      name: 'Failure',
      message: expect.stringContaining(`pid ${pid}, http://127.0.0.1:3000`),
    });
    expect(readFileSync(join(dataDir, 'start.pid'), 'utf8')).toBe(`${pid}\n`);
  });

  it.each([
    ['a process that is gone', '999999999'],
    ['nobody', 'nonsense'],
    ['an empty file', ''],
  ])('of %s is taken over', async (_name, content) => {
    writeFileSync(join(dataDir, 'start.pid'), content);
    const free = await takeStartLock(dataDir);
    expect(readFileSync(join(dataDir, 'start.pid'), 'utf8')).toBe(`${process.pid}\n`);
    free();
  });

  it('of a pid that another program has by now is taken over', async () => {
    writeFileSync(join(dataDir, 'start.pid'), `${await running('something-else.mjs')}\n`);
    (await takeStartLock(dataDir))();
  });
});

describe('programs that a killed start left behind', () => {
  it('are ended, and their runtime file goes', async () => {
    const [api, simulator] = [await running(apiMain), await running(simulatorMain)];
    writeRuntime(dataDir, runtimeOf({ api, worker: api, simulator }));
    expect(await endOrphans(dataDir)).toBe(2);
    expect([await waitForEnd(api, 5000), await waitForEnd(simulator, 5000)]).toEqual([true, true]);
    expect(readRuntime(dataDir)).toBeUndefined();
  });

  it('are left alone when their pids belong to others by now', async () => {
    const stranger = await running('somebody-elses.mjs');
    writeRuntime(dataDir, runtimeOf({ api: stranger, worker: stranger, simulator: stranger, postgres: stranger }));
    expect(await endOrphans(dataDir)).toBe(0);
    expect(isAlive(stranger)).toBe(true);
  });

  it('are none when nothing was written down', async () => {
    expect(await endOrphans(dataDir)).toBe(0);
  });
});
