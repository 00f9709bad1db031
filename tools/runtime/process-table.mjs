import { existsSync, readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { runCommand } from './run-command.mjs';

function isZombie(pid) {
  try {
    return /^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch {
    return false;
  }
}

export function isAlive(pid) {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (error.code !== 'EPERM') return false;
  }
  return !isZombie(pid);
}

/** The command line of a live process, '' when it is gone or hidden: a pid alone proves nothing after a reboot. */
export async function commandLineOf(pid) {
  if (!isAlive(pid)) return '';
  if (existsSync('/proc/self/cmdline')) {
    try {
      return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim();
    } catch {
      return '';
    }
  }
  return (await runCommand('ps', ['-p', String(pid), '-o', 'command='])).stdout.trim();
}

/** Waits until the process is gone; false when it still lives after the given time. */
export async function waitForEnd(pid, milliseconds) {
  const until = Date.now() + milliseconds;
  while (isAlive(pid)) {
    if (Date.now() > until) return false;
    await pause(25);
  }
  return true;
}

/** Asks a process to end, insists after the given time. */
export async function endProcess(pid, milliseconds = 10_000) {
  if (!isAlive(pid)) return;
  try {
    process.kill(pid, 'SIGTERM');
    if (await waitForEnd(pid, milliseconds)) return;
    process.kill(pid, 'SIGKILL');
    await waitForEnd(pid, 5_000);
  } catch (error) {
    if (error.code !== 'ESRCH') throw error;
  }
}
