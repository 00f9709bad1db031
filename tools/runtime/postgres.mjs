import { chownSync, existsSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Failure } from './failure.mjs';
import { anyFreePort } from './free-port.mjs';
import { createDatabase, serverAnswers } from './postgres-connection.mjs';
import { postgresBinaries } from './postgres-binaries.mjs';
import { ensureCluster, superuser } from './postgres-cluster.mjs';
import { postgresSettings } from './postgres-settings.mjs';
import { parsePostmasterPid } from './postmaster-pid.mjs';
import { commandLineOf, waitForEnd } from './process-table.mjs';
import { runCommand } from './run-command.mjs';

const logLimit = 10_000_000;

/**
 * Our own PostgreSQL: a server of an earlier start that still lives is used again, else one is started
 * (and recovers by itself when it was killed).
 * @param {{ place: import('./server-place.mjs').ServerPlace, password: string, database?: string, throwAway?: boolean }} options
 * @returns {Promise<{ url: string, pid: number, port: number, reused: boolean, stop: () => Promise<void> }>}
 */
export async function startPostgres({ place, password, database = 'hilo', throwAway = false }) {
  const binaries = await postgresBinaries(place);
  const data = await ensureCluster(place, binaries, password);
  const control = (...parameters) =>
    runCommand(join(binaries, 'pg_ctl'), ['-D', data, '-w', '-t', '120', ...parameters], {
      ...place.account,
      cwd: '/',
    });
  const urlFor = (port, name) => `postgresql://${superuser}:${password}@127.0.0.1:${port}/${name}`;

  const living = await livingServer(data);
  const reused = living !== undefined && (await serverAnswers(urlFor(living.port, 'postgres')));
  if (living && !reused) await control('stop', '-m', 'fast');
  const server = reused ? living : await launch(place, data, control, throwAway);

  try {
    await createDatabase(urlFor(server.port, 'postgres'), database);
  } catch (error) {
    await control('stop', '-m', 'fast');
    throw new Failure(
      `PostgreSQL started on ${data}, but our password (servers.json beside it) does not open it: ${error.message}`,
    );
  }
  return {
    url: urlFor(server.port, database),
    pid: server.pid,
    port: server.port,
    reused,
    stop: async () => {
      const { code } = await control('stop', '-m', 'fast');
      if (code !== 0) await control('stop', '-m', 'immediate');
      await waitForEnd(server.pid, 10_000);
    },
  };
}

/** The server running on this data folder, or undefined; a leftover postmaster.pid of a dead one is removed. */
async function livingServer(data) {
  const file = join(data, 'postmaster.pid');
  if (!existsSync(file)) return undefined;
  const written = parsePostmasterPid(readFileSync(file, 'utf8'));
  const command = written ? await commandLineOf(written.pid) : '';
  // After a reboot the pid may be anybody's: only a postgres on this very folder is ours.
  if (command.includes('postgres') && command.includes(data)) return written;
  rmSync(file, { force: true });
  return undefined;
}

async function launch(place, data, control, throwAway) {
  const log = join(data, 'server.log');
  if (existsSync(log) && statSync(log).size > logLimit) truncateSync(log);
  let said = '';
  // A free port can be taken by another program between choosing and listening: choose again.
  for (let attempt = 0; attempt < 3; attempt += 1) {
    const settings = join(data, 'hilo.conf');
    writeFileSync(settings, postgresSettings({ port: await anyFreePort(), throwAway }), { mode: 0o600 });
    if (place.account) chownSync(settings, place.account.uid, place.account.gid);
    const from = existsSync(log) ? statSync(log).size : 0;
    const { code, stderr } = await control('-l', log, 'start');
    if (code === 0) return parsePostmasterPid(readFileSync(join(data, 'postmaster.pid'), 'utf8'));
    said = stderr + (existsSync(log) ? readFileSync(log, 'utf8').slice(from) : '');
  }
  throw new Failure(
    `PostgreSQL did not start on ${data}. Its words are below; a full disk and a damaged data folder are the usual causes.`,
    said,
  );
}
