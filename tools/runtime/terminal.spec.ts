import { describe, expect, it } from '@jest/globals';
import { inProject } from './project.mjs';
import { runCommand } from './run-command.mjs';

/** Runs a few lines with the terminal's words, without colours since nobody looks at a pipe. */
const told = (code: string) =>
  runCommand(process.execPath, [
    '--input-type=module',
    '-e',
    `import * as t from '${inProject('tools', 'runtime', 'terminal.mjs')}'; import { Failure } from '${inProject('tools', 'runtime', 'failure.mjs')}'; ${code}`,
  ]);

describe('a step', () => {
  it('is one line with its name, its note and how long it took', async () => {
    const { stdout, code } = await told(
      `await t.step('Building', async () => 'up to date'); await t.step('Starting', async () => undefined);`,
    );
    expect(code).toBe(0);
    expect(stdout).toMatch(/^ {2}✓ Building: up to date \d+\.\d s\n {2}✓ Starting \d+\.\d s\n$/);
  });

  it('that fails is marked, and fails', async () => {
    const { stdout, code } = await told(`await t.step('Building', async () => { throw new Error('no') });`);
    expect(stdout).toBe('  ✗ Building\n');
    expect(code).toBe(1);
  });

  it('has no colours in a pipe', async () => {
    const { stdout } = await told(`t.say(t.red('r') + t.green('g') + t.bold('b') + t.dim('d'));`);
    expect(stdout).toBe('rgbd\n');
  });
});

describe('a failure', () => {
  it('that tells what to do is shown without a stack, with what the program said', async () => {
    const { stderr } = await told(`t.showFailure(new Failure('Install Redis.', 'apt said no\\n\\n'));`);
    expect(stderr).toBe('\nInstall Redis.\napt said no\n');
  });

  it('that nobody foresaw is shown with its stack', async () => {
    const { stderr } = await told(`t.showFailure(new TypeError('x is not a function')); t.showFailure('words');`);
    expect(stderr).toMatch(/TypeError: x is not a function\n\s+at /);
    expect(stderr).toContain('\nwords\n');
  });
});
