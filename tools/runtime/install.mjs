import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { Failure } from './failure.mjs';
import { readJson } from './private-file.mjs';
import { inProject, root } from './project.mjs';
import { runCommand } from './run-command.mjs';

const stamp = inProject('node_modules', '.hilo-install');
const lockHash = () =>
  createHash('sha256')
    .update(readFileSync(inProject('package-lock.json')))
    .digest('hex');

/**
 * Whether what npm says it installed (node_modules/.package-lock.json) is what the lockfile asks for.
 * Optional packages may be absent: they belong to other platforms.
 */
export function installedMatches(lock, installed) {
  if (!lock?.packages || !installed?.packages) return false;
  return Object.entries(lock.packages).every(([path, wanted]) => {
    if (path === '' || wanted.link || !path.includes('node_modules/')) return true;
    const found = installed.packages[path];
    if (!found) return Boolean(wanted.optional || wanted.devOptional || wanted.peer);
    return found.version === wanted.version;
  });
}

export function installIsFresh() {
  if (!existsSync(inProject('node_modules'))) return false;
  if (existsSync(stamp) && readFileSync(stamp, 'utf8').trim() === lockHash()) return true;
  return installedMatches(
    readJson(inProject('package-lock.json')),
    readJson(inProject('node_modules', '.package-lock.json')),
  );
}

/** Installs the packages of the lockfile when they are missing or the lockfile has changed since. */
export async function install() {
  if (!installIsFresh()) {
    const { code, stdout, stderr } = await npm(['ci', '--include=dev', '--no-fund', '--no-audit']);
    if (code !== 0) {
      throw new Failure('npm ci failed. Check the network and the npm registry, then start again.', stdout + stderr);
    }
  }
  writeFileSync(stamp, `${lockHash()}\n`);
}

/** Runs npm: the one that runs us, else the one on the PATH. */
export function npm(parameters, options = {}) {
  const self = process.env.npm_execpath;
  const [program, first] = self?.endsWith('.js') ? [process.execPath, [self]] : ['npm', []];
  return runCommand(program, [...first, ...parameters], { cwd: root, ...options });
}
