import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { describe, expect, it } from '@jest/globals';
import { commandLineOf, endProcess, isAlive, waitForEnd } from './process-table.mjs';

describe('the process table', () => {
  it('knows a living process by its command line, and ends it', async () => {
    const child = spawn(process.execPath, ['-e', 'setInterval(() => 0, 1000)', 'marker-of-this-test']);
    await once(child, 'spawn');
    const pid = child.pid ?? 0;
    expect(isAlive(pid)).toBe(true);
    await expect(commandLineOf(pid)).resolves.toContain('marker-of-this-test');
    await endProcess(pid);
    expect(isAlive(pid)).toBe(false);
    await expect(commandLineOf(pid)).resolves.toBe('');
  });

  it.each([0, -1, Number.NaN, 1.5])('takes %s for no process', (pid) => expect(isAlive(pid)).toBe(false));
});

describe('ending a process', () => {
  const started = async (code: string): Promise<number> => {
    const child = spawn(process.execPath, ['-e', `${code}; process.stdout.write('ready'); setInterval(() => 0, 1000)`]);
    await once(child.stdout, 'data');
    return child.pid ?? 0;
  };

  it('insists when it does not listen', async () => {
    const pid = await started(`process.on('SIGTERM', () => undefined)`);
    await endProcess(pid, 100);
    expect(isAlive(pid)).toBe(false);
  });

  it('lets it put things in order first', async () => {
    const pid = await started(`process.on('SIGTERM', () => setTimeout(() => process.exit(0), 50))`);
    await endProcess(pid);
    expect(isAlive(pid)).toBe(false);
  });

  it('that is gone already is no trouble', async () => {
    await endProcess(999_999_999);
    expect(await waitForEnd(999_999_999, 10)).toBe(true);
  });

  it('does not wait longer than it may', async () => {
    const pid = await started('0');
    expect(await waitForEnd(pid, 30)).toBe(false);
    await endProcess(pid);
  });
});
