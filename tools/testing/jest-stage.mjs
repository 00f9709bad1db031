import { join } from 'node:path';
import { readJson } from '../runtime/private-file.mjs';
import { inProject, root } from '../runtime/project.mjs';
import { runCommand } from '../runtime/run-command.mjs';
import { countJest } from './counts.mjs';
import { jestFailures } from './failures.mjs';

/**
 * Runs one project of jest.config.ts.
 * @param {string} project
 * @param {{ reports: string, environment: object }} options reports: folder for the counts
 */
export async function runJest(project, { reports, environment }) {
  const outputFile = join(reports, `${project}.json`);
  const { code } = await runCommand(
    process.execPath,
    [
      inProject('node_modules', 'jest', 'bin', 'jest.js'),
      '--selectProjects',
      project,
      '--passWithNoTests',
      // Left to itself Jest keeps one core free, which on two of them leaves one.
      '--maxWorkers=100%',
      '--json',
      `--outputFile=${outputFile}`,
    ],
    {
      cwd: root,
      env: {
        ...process.env,
        NODE_ENV: 'test',
        NODE_OPTIONS: '--experimental-vm-modules --no-warnings',
        ...environment,
      },
      // With --json the counts go to standard output too; the words for people go to standard error.
      show: 'errors',
      timeout: 30 * 60_000,
    },
  );
  const report = readJson(outputFile);
  return { ...countJest(report, code), failures: jestFailures(report) };
}
