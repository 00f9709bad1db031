import { appendFileSync, chownSync, existsSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Failure } from './failure.mjs';
import { binariesMajor, clusterMajor } from './postgres-binaries.mjs';
import { runCommand } from './run-command.mjs';
import { makeOwnFolder } from './server-place.mjs';

export const superuser = 'hilo';

/**
 * The data folder of our server, made with initdb at the first start.
 * @returns {Promise<string>} its path
 */
export async function ensureCluster(place, binaries, password) {
  const data = join(place.folder, 'postgres');
  if (!existsSync(join(data, 'PG_VERSION'))) await createCluster(place, binaries, password, data);
  const [has, wants] = [clusterMajor(data), await binariesMajor(binaries, place.account)];
  if (has !== wants) {
    throw new Failure(
      `The database in ${data} is of PostgreSQL ${has}, Hilo now brings ${wants}. ` +
        'Dump it with the old version and load it into a new data folder, or give another HILO_DATA_DIR.',
    );
  }
  return data;
}

async function createCluster(place, binaries, password, data) {
  rmSync(join(place.folder, 'postgres-new'), { recursive: true, force: true });
  const draft = makeOwnFolder(place, 'postgres-new');
  const passwordFile = join(place.folder, 'postgres-new.password');
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
  if (place.account) chownSync(passwordFile, place.account.uid, place.account.gid);
  const initdb = (locale) =>
    runCommand(
      join(binaries, 'initdb'),
      [
        '-D',
        draft,
        '-U',
        superuser,
        '-A',
        'scram-sha-256',
        '--encoding=UTF8',
        `--pwfile=${passwordFile}`,
        '--no-instructions',
        ...locale,
      ],
      { ...place.account, cwd: '/', env: { ...process.env, LC_ALL: 'C' } },
    );
  try {
    let made = await initdb(['--locale=C.UTF-8']);
    // Not every macOS knows the C.UTF-8 locale; PostgreSQL's own is the same.
    if (made.code !== 0) made = await initdb(['--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8']);
    if (made.code !== 0) throw new Failure('initdb could not make the database folder.', made.stdout + made.stderr);
  } finally {
    rmSync(passwordFile, { force: true });
  }
  appendFileSync(join(draft, 'postgresql.conf'), "\ninclude 'hilo.conf'\n");
  rmSync(data, { recursive: true, force: true });
  renameSync(draft, data);
}
