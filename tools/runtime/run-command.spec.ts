import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { onPath, runCommand } from './run-command.mjs';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'hilo-command-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const node = (code: string, options: object = {}) => runCommand(process.execPath, ['-e', code], options);

describe('a command', () => {
  it('gives its code and both of its outputs apart', async () => {
    const ran = await node(`process.stdout.write('salida ñ'); process.stderr.write('error'); process.exitCode = 7`);
    expect(ran).toEqual({ code: 7, stdout: 'salida ñ', stderr: 'error' });
  });

  it('that is not there has code 127, in words', async () => {
    const ran = await runCommand(join(folder, 'no-such-program'), []);
    expect(ran).toMatchObject({ code: 127, stderr: expect.stringContaining('ENOENT') });
  });

  it('that takes too long is ended and has failed', async () => {
    expect((await node('setInterval(() => {}, 1000)', { timeout: 200 })).code).toBe(1);
  });

  it('that is killed has failed', async () => {
    expect((await node(`process.kill(process.pid, 'SIGKILL')`)).code).toBe(1);
  });

  it('gets its parameters as they are, without a shell', async () => {
    const tricky = ['a b', '$HOME', '`id`', '; rm -rf x', '"', '*', 'ñ'];
    const { stdout } = await runCommand(process.execPath, [
      '-e',
      'console.log(JSON.stringify(process.argv.slice(1)))',
      '--',
      ...tricky,
    ]);
    expect(JSON.parse(stdout)).toEqual(tricky);
  });

  it('has the folder and the environment that it is given, and no input to wait for', async () => {
    const code = `process.stdin.on('data', () => {}).on('end', () => console.log(JSON.stringify([process.cwd(), process.env.ONLY])))`;
    const { stdout } = await node(code, { cwd: folder, env: { ONLY: 'this' } });
    expect(JSON.parse(stdout)).toEqual([expect.stringContaining('hilo-command-'), 'this']);
  });

  it('may say more than any pipe holds', async () => {
    expect((await node(`process.stdout.write('x'.repeat(3_000_000))`)).stdout).toHaveLength(3_000_000);
  });
});

describe('looking on the path', () => {
  const program = (name: string, mode: number): void => {
    writeFileSync(join(folder, name), '#!/bin/sh\n');
    chmodSync(join(folder, name), mode);
  };

  it('finds what can be run, in the first folder that has it', () => {
    program('runs', 0o755);
    expect(onPath('runs', { PATH: ['/nowhere', folder, '/usr/bin'].join(delimiter) })).toBe(join(folder, 'runs'));
  });

  it('finds neither what is missing nor what is looked for nowhere', () => {
    expect(onPath('missing-program-of-hilo', { PATH: folder })).toBeUndefined();
    expect(onPath('runs', { PATH: '' })).toBeUndefined();
    expect(onPath('runs', {})).toBeUndefined();
  });
});
