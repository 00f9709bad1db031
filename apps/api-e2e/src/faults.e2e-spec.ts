import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { given, projectRoot } from './testing/environment.js';

const PATIENCE_MS = 180_000;

/** Runs the small form of one fault on the test servers. */
function inflict(fault: string): Promise<{ code: number | null; words: string }> {
  const { PATH = '', HOME = '' } = process.env;
  const child = spawn(
    process.execPath,
    [join(projectRoot, 'benchmarks/faults/run.mjs'), '--small', '--no-build', '--only', fault],
    {
      env: { PATH, HOME, RIG_DATABASE_URL: given('TEST_DATABASE_URL'), RIG_REDIS_URL: given('TEST_REDIS_URL') },
    },
  );
  let words = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text: Buffer) => (words += text.toString()));
  return new Promise((resolve) => child.once('close', (code) => resolve({ code, words })));
}

describe('faults, in their small form', () => {
  it.each([
    ['F1', 'the API is killed in the middle of webhooks: nothing acknowledged is lost'],
    ['F10', 'every webhook comes up to ten times on two processes: everything happens once'],
    ['F11', 'statuses and messages come in disorder: nothing regresses, early ones are applied'],
    ['F14', 'hostile bodies: the process lives, a good message right after is stored'],
    ['F15', 'signatures that prove nothing leave no row'],
  ])(
    '%s %s',
    async (fault) => {
      const { code, words } = await inflict(fault);
      expect(words).toContain(`verdict: ${fault} hold`);
      expect(code).toBe(0);
    },
    PATIENCE_MS,
  );
});
