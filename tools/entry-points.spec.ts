import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { apiCli, inProject, root } from './runtime/project.mjs';
import { runCommand } from './runtime/run-command.mjs';

let dataDir: string;
beforeAll(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'hilo-entry-'));
});
afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

const tool = (name: string, parameters: string[], environment: Record<string, string> = {}) =>
  runCommand(process.execPath, [inProject('tools', name), ...parameters], {
    cwd: root,
    env: { PATH: process.env['PATH'], HOME: process.env['HOME'], HILO_DATA_DIR: dataDir, ...environment },
  });

describe('npm start', () => {
  it('explains itself', async () => {
    const { code, stderr } = await tool('start.mjs', ['--help']);
    expect(code).toBe(0);
    for (const word of ['--no-demo', '--logs', '.env.example']) expect(stderr).toContain(word);
  });

  it.each([['--demo'], ['--no-demos'], ['demo'], ['--logs=1']])(
    'refuses %s before anything is started',
    async (parameter) => {
      const { code, stderr } = await tool('start.mjs', [parameter]);
      expect([code, stderr]).toEqual([1, expect.stringContaining(`Unknown option ${parameter}`)]);
      expect(existsSync(join(dataDir, 'start.pid'))).toBe(false);
    },
  );
});

describe('npm test', () => {
  it.each([
    [['--only', 'everything'], '--only wants one of'],
    [['--only'], '--only wants one of'],
    [['--only=unit,nothing'], 'not "nothing"'],
    [['--watch'], 'Unknown option --watch'],
    [['unit'], 'Unknown option unit'],
  ])('with %j is refused, and counts as one failure', async (parameters, words) => {
    const { code, stderr } = await tool('test.mjs', parameters);
    expect(code).toBe(1);
    expect(stderr).toContain(words);
    expect(stderr.trimEnd().split('\n').at(-1)).toBe('0 passed, 1 failed, 0 skipped');
  });
});

describe('npm run hilo', () => {
  it('says what to do while nothing runs, or nothing is built', async () => {
    const { code, stderr } = await tool('hilo.mjs', ['doctor']);
    expect(code).toBe(1);
    expect(stderr).toContain(
      existsSync(apiCli) ? 'Run `npm start` in another terminal first.' : 'Hilo is not built yet',
    );
  });

  it('does not take half of what it needs for all of it', async () => {
    const { code, stderr } = await tool('hilo.mjs', ['doctor'], { DATABASE_URL: 'postgresql://x' });
    expect(code).toBe(1);
    expect(stderr).not.toBe('');
  });
});
