import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { Failure } from './failure.mjs';
import { inProject, root } from './project.mjs';
import { runCommand } from './run-command.mjs';

const stamp = inProject('node_modules', '.hilo-build');
const rootInputs = ['package-lock.json', 'tsconfig.base.json', '.swcrc', 'nx.json'];
const outputs = {
  'apps/api/src/main.ts': 'apps/api/dist/main.js',
  'apps/simulator/src/main.ts': 'apps/simulator/dist/main.js',
  'apps/panel/index.html': 'apps/panel/dist/index.html',
};

/** Whether a change of this file (path from the root) can change what is built. */
export function isBuildInput(path) {
  if (/(^|\/)(node_modules|dist|coverage|\.vite|test-results)(\/|$)/.test(path)) return false;
  // Written by the build itself, from the other inputs.
  if (path === 'apps/api/src/metadata.ts') return false;
  if (/^apps\/(api-e2e|panel-e2e)(\/|$)/.test(path)) return false;
  return !/\.(spec|int-spec|e2e-spec|test)\.tsx?$/.test(path);
}

function* filesUnder(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = join(folder, entry.name);
    if (!isBuildInput(relative(root, path))) continue;
    if (entry.isDirectory()) yield* filesUnder(path);
    else if (entry.isFile()) yield path;
  }
}

/** One hash over everything the build reads. */
export function sourcesHash() {
  const hash = createHash('sha256');
  const files = [
    ...filesUnder(inProject('apps')),
    ...filesUnder(inProject('libs')),
    ...rootInputs.map((name) => inProject(name)),
  ];
  for (const path of files) {
    if (!existsSync(path)) continue;
    hash
      .update(`${relative(root, path)}\0`)
      .update(readFileSync(path))
      .update('\0');
  }
  return hash.digest('hex');
}

/** The hash of the sources when what is built is theirs, else undefined. */
function freshHash() {
  const missing = Object.entries(outputs).some(
    ([source, built]) => existsSync(inProject(source)) && !existsSync(inProject(built)),
  );
  const hash = sourcesHash();
  const fresh = !missing && existsSync(stamp) && readFileSync(stamp, 'utf8').trim() === hash;
  return { hash, fresh };
}

export const nxEnvironment = { CI: 'true', NX_DAEMON: 'false', NX_NO_CLOUD: 'true', NX_TUI: 'false' };

/** Runs an Nx target over all projects, from its cache where nothing changed. */
export function runTarget(target, options = {}) {
  const environment = { ...process.env, ...nxEnvironment };
  // NODE_ENV of whoever starts us must not decide what a build is.
  delete environment.NODE_ENV;
  const nx = inProject('node_modules', 'nx', 'dist', 'bin', 'nx.js');
  const program = existsSync(nx) ? nx : inProject('node_modules', 'nx', 'bin', 'nx.js');
  return runCommand(process.execPath, [program, 'run-many', '-t', target, '--outputStyle=static'], {
    cwd: root,
    env: environment,
    ...options,
  });
}

/** Builds when a source changed since the last build; says whether it had to. */
export async function build() {
  const { hash, fresh } = freshHash();
  if (fresh) return 'up to date';
  rmSync(stamp, { force: true });
  const { code, stdout, stderr } = await runTarget('build');
  if (code !== 0)
    throw new Failure('The build failed. Mend what it says below, then start again.', tail(stdout + stderr, 60));
  writeFileSync(stamp, `${hash}\n`);
  return 'built';
}

export const tail = (text, lines) => text.trimEnd().split('\n').slice(-lines).join('\n');
