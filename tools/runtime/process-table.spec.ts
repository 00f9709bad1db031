import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { describe, expect, it } from '@jest/globals';
import { commandLineOf, endProcess, isAlive } from './process-table.mjs';

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
