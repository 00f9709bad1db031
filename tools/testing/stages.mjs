import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { runTarget } from '../runtime/build.mjs';
import { apiCli, inProject, root } from '../runtime/project.mjs';
import { runCommand } from '../runtime/run-command.mjs';
import { runBrowserTests, skipBrowserTests } from './browser-stage.mjs';
import { none } from './counts.mjs';
import { runJest } from './jest-stage.mjs';

/**
 * One stage of `npm test`.
 * @typedef {{ name: string, groups: string[], needs?: ('build' | 'servers')[], present: () => boolean,
 *   run: (context: StageContext) => Promise<import('./counts.mjs').Counts & { failures?: string[] }> }} Stage
 * groups: the --only words that include it; present: whether what it tests has been written
 * @typedef {{ reports: string, environment: object, template: object, skipBrowser: boolean }} StageContext
 * environment: of tests on the servers; template: of commands on the template database
 */

const everything = ['integration', 'e2e', 'browser'];
const has =
  (...parts) =>
  () =>
    existsSync(inProject(...parts));

const hasFile = (folder, ending) => () =>
  existsSync(inProject(folder)) &&
  readdirSync(inProject(folder), { recursive: true }).some((name) => name.endsWith(ending));

/** A command that is one test: it passes when its exit code is 0. */
const one = async (running) => ((await running).code === 0 ? { ...none, passed: 1 } : { ...none, failed: 1 });

const node = (parameters, env = process.env) =>
  runCommand(process.execPath, parameters, { cwd: root, env, show: true });
const tool = (name) => inProject('tools', name);
const bin = (...parts) => inProject('node_modules', ...parts);

async function typecheck() {
  const projects = await runTarget('typecheck', { show: true });
  if (projects.code !== 0) return projects;
  return node([bin('typescript', 'bin', 'tsc'), '--noEmit', '-p', join('tools', 'tsconfig.json')]);
}

/** @type {Stage[]} in the order of running: what fails fastest first */
export const stages = [
  {
    name: 'lint',
    groups: ['lint'],
    present: has('eslint.config.mjs'),
    run: () => one(node([bin('eslint', 'bin', 'eslint.js'), '.', '--max-warnings', '0'])),
  },
  {
    name: 'format',
    groups: ['lint'],
    present: has('.prettierrc.json'),
    run: () => one(node([bin('prettier', 'bin', 'prettier.cjs'), '--check', '--log-level', 'warn', '.'])),
  },
  { name: 'typecheck', groups: ['lint'], present: () => true, run: () => one(typecheck()) },
  { name: 'house', groups: ['lint'], present: () => true, run: () => one(node([tool('house.mjs')])) },
  { name: 'build', groups: everything, present: () => true, run: () => one(runTarget('build', { show: true })) },
  {
    name: 'bundle budget',
    groups: [],
    needs: ['build'],
    present: has('apps/panel/src/main.tsx'),
    run: () => one(node([tool('bundle-budget.mjs')])),
  },
  {
    name: 'migrations',
    groups: everything,
    needs: ['build', 'servers'],
    present: has('apps/api/src/cli.ts'),
    run: ({ template }) => one(node([apiCli, 'migrate'], template)),
  },
  {
    name: 'migration drift',
    groups: [],
    needs: ['build', 'servers'],
    present: has('apps/api/src/cli/check-drift.ts'),
    run: ({ template }) => one(node([apiCli, 'check-drift'], template)),
  },
  {
    name: 'openapi.json',
    groups: [],
    needs: ['build', 'servers'],
    present: has('openapi.json'),
    run: ({ template }) => one(node([tool('openapi.mjs'), '--check'], template)),
  },
  {
    name: 'unit',
    groups: ['unit'],
    present: () => true,
    run: (context) => runJest('unit', { ...context, environment: {} }),
  },
  {
    name: 'integration',
    groups: ['integration'],
    needs: ['build', 'servers'],
    present: hasFile('apps/api/src', '.int-spec.ts'),
    run: (context) => runJest('integration', context),
  },
  {
    name: 'e2e',
    groups: ['e2e'],
    needs: ['build', 'servers'],
    present: hasFile('apps/api-e2e/src', '.e2e-spec.ts'),
    run: (context) => runJest('e2e', context),
  },
  {
    name: 'panel',
    groups: ['panel'],
    present: () => hasFile('apps/panel/src', '.test.tsx')() || hasFile('apps/panel/src', '.test.ts')(),
    run: (context) => runJest('panel', { ...context, environment: {} }),
  },
  {
    name: 'browser',
    groups: ['browser'],
    needs: ['build', 'servers'],
    present: has('apps/panel-e2e/playwright.config.ts'),
    run: (context) => (context.skipBrowser ? skipBrowserTests(context) : runBrowserTests(context)),
  },
];

/**
 * The stages of this run, with what they need.
 * @param {Stage[]} all
 * @param {string[]} only empty: all of them
 */
export const chosenStages = (all, only) =>
  all.filter((stage) => stage.present() && (only.length === 0 || stage.groups.some((group) => only.includes(group))));
