import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { missingLibraries, packagesFor } from './missing-libraries.mjs';
import { onPath, runCommand } from './run-command.mjs';

/**
 * Takes the distribution's Redis apart into a folder, without installing it and without root (Debian and Ubuntu).
 * @param {string} target the folder to make; afterwards it holds `usr/bin/redis-server` and its libraries
 * @returns {Promise<string | undefined>} why it did not work, undefined when it did
 */
export async function unpackRedisPackage(target) {
  if (process.platform !== 'linux' || !onPath('apt-get') || !onPath('dpkg')) return 'this is no Debian or Ubuntu';
  const work = `${target}.new`;
  rmSync(work, { recursive: true, force: true });
  const folders = {
    state: join(work, 'apt-state'),
    cache: join(work, 'apt-cache'),
    downloads: join(work, 'downloads'),
  };
  mkdirSync(join(folders.state, 'lists', 'partial'), { recursive: true });
  mkdirSync(join(folders.cache, 'archives', 'partial'), { recursive: true });
  mkdirSync(folders.downloads);
  const apt = (...parameters) =>
    runCommand('apt-get', [...privateState(folders), ...parameters], { cwd: folders.downloads });

  // One unreachable extra source makes update fail though the distribution's own lists came: the download decides.
  const update = await apt('update');
  const download = await apt('download', 'redis-server', 'redis-tools');
  if (download.code !== 0) return firstError(update.stderr + download.stderr);
  const tree = join(work, 'tree');
  await extractAll(folders.downloads, tree);
  await completeLibraries(apt, folders.downloads, tree);
  if (existsSync(join(tree, 'usr/bin/redis-check-rdb')) && !existsSync(join(tree, 'usr/bin/redis-server'))) {
    symlinkSync('redis-check-rdb', join(tree, 'usr/bin/redis-server'));
  }
  rmSync(target, { recursive: true, force: true });
  renameSync(tree, target);
  rmSync(work, { recursive: true, force: true });
  return undefined;
}

const privateState = ({ state, cache }) =>
  [
    `Dir::State=${state}`,
    'Dir::State::status=/var/lib/dpkg/status',
    `Dir::Cache=${cache}`,
    'APT::Sandbox::User=root',
    'Debug::NoLocking=true',
    'APT::Update::Post-Invoke=',
    'APT::Update::Post-Invoke-Success=',
    'Acquire::Retries=2',
  ].flatMap((option) => ['-o', option]);

const firstError = (stderr) =>
  stderr.split('\n').find((line) => line.startsWith('E:')) ?? 'the package could not be downloaded';

async function extractAll(downloads, tree) {
  for (const name of readdirSync(downloads).filter((file) => file.endsWith('.deb'))) {
    await runCommand('dpkg', ['-x', join(downloads, name), tree]);
  }
}

/** A downloaded library may need another one: look again until nothing is missing or nothing more is found. */
async function completeLibraries(apt, downloads, tree) {
  for (let round = 0; round < 5; round += 1) {
    const program = join(
      tree,
      'usr/bin',
      existsSync(join(tree, 'usr/bin/redis-check-rdb')) ? 'redis-check-rdb' : 'redis-server',
    );
    const { stdout } = await runCommand('ldd', [program], {
      env: { ...process.env, LD_LIBRARY_PATH: libraryPath(tree) },
    });
    const missing = missingLibraries(stdout);
    if (missing.length === 0) return;
    for (const library of missing) {
      for (const name of packagesFor(library)) {
        if ((await apt('download', name)).code === 0) break;
      }
    }
    await extractAll(downloads, tree);
  }
}

/** LD_LIBRARY_PATH of a tree taken apart: the folders of the machine's architecture. */
export function libraryPath(tree) {
  const folders = ['usr/lib', 'lib'].map((name) => join(tree, name)).filter((folder) => existsSync(folder));
  const nested = folders.flatMap((folder) =>
    readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && entry.name.includes('-linux-'))
      .map((entry) => join(folder, entry.name)),
  );
  return [...nested, ...folders].join(':');
}
