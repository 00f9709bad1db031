import { createHash } from 'node:crypto';
import { chmodSync, chownSync, existsSync, mkdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { makeDataDir } from './private-file.mjs';
import { runCommand } from './run-command.mjs';

/**
 * Where our servers keep their data, and as whom they run.
 * @typedef {{ folder: string, account: { uid: number, gid: number } | undefined }} ServerPlace
 * account: only for root, whom PostgreSQL refuses; then everything in the folder is the account's.
 */

/** The line of an account in the text of /etc/passwd. */
export function accountIn(passwd, name) {
  const fields = passwd
    .split('\n')
    .map((line) => line.split(':'))
    .find(([login]) => login === name);
  return fields ? { uid: Number(fields[2]), gid: Number(fields[3]) } : undefined;
}

async function unprivilegedAccount() {
  const find = (...names) => names.map((name) => accountIn(readFileSync('/etc/passwd', 'utf8'), name)).find(Boolean);
  const existing = find('hilo', 'postgres');
  if (existing) return existing;
  await runCommand('useradd', ['--system', '--no-create-home', '--shell', '/usr/sbin/nologin', 'hilo']);
  return find('hilo', 'nobody') ?? { uid: 65534, gid: 65534 };
}

export async function canEnter(account, folder) {
  return (await runCommand('/bin/sh', ['-c', 'cd "$1"', 'sh', folder], { ...account, cwd: '/' })).code === 0;
}

const ownerOf = (folder) => {
  const { uid, gid } = statSync(folder);
  return uid === 0 ? undefined : { uid, gid };
};

/**
 * The place for a data folder: the folder itself, or one below /var/lib/hilo when the unprivileged account
 * cannot enter it (a 0700 home). Data that is already there stays where it is.
 * @returns {Promise<ServerPlace>}
 */
export async function serverPlaceFor(dataDir) {
  makeDataDir(dataDir);
  if (process.getuid?.() !== 0) return { folder: dataDir, account: undefined };
  const apart = join('/var/lib/hilo', createHash('sha256').update(dataDir).digest('hex').slice(0, 12));
  for (const folder of [apart, dataDir]) {
    const data = join(folder, 'postgres');
    const owner = existsSync(data) ? ownerOf(data) : undefined;
    if (owner && (await canEnter(owner, folder))) return { folder, account: owner };
  }
  const account = await unprivilegedAccount();
  if (await canEnter(account, dataDir)) return { folder: dataDir, account };
  mkdirSync(apart, { recursive: true });
  for (const folder of ['/var/lib/hilo', apart]) chmodSync(folder, 0o711);
  return { folder: apart, account };
}

/** Makes a folder that belongs to the place's account alone. */
export function makeOwnFolder(place, name) {
  const folder = join(place.folder, name);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (place.account) chownSync(folder, place.account.uid, place.account.gid);
  return folder;
}
