import { spawn } from 'node:child_process';
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, renameSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { root } from './project.mjs';

const logLimit = 20_000_000;

/**
 * Starts one of Hilo's own programs in a session of its own (Ctrl-C reaches only us), writing to a log file.
 * @param {{ name: string, program: string, environment: object, log: string | undefined }} options log undefined: to the terminal
 */
export function startService({ name, program, environment, log }) {
  const output = log ? openLog(log) : 'inherit';
  const from = log ? statSync(log).size : 0;
  const child = spawn(process.execPath, [program], {
    cwd: root,
    env: { ...process.env, ...environment },
    detached: true,
    stdio: ['ignore', output, output],
  });
  if (typeof output === 'number') closeSync(output);
  let ending = false;
  const ended = new Promise((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('exit', (code, signal) => resolve(signal ? `was ended by ${signal}` : `ended with code ${code}`));
  });
  return {
    name,
    pid: child.pid,
    /** Resolves with the reason when it ends, whoever asked for it. */
    ended,
    /** Calls back when it ends although nobody asked it to. */
    onUnexpectedEnd: (callback) => void ended.then((reason) => !ending && callback(reason)),
    /** Of this run only. */
    lastLines: (count) =>
      log ? readFileSync(log).subarray(from).toString().trimEnd().split('\n').slice(-count).join('\n') : '',
    stop: async (milliseconds = 15_000) => {
      ending = true;
      child.kill('SIGTERM');
      const insist = setTimeout(() => child.kill('SIGKILL'), milliseconds);
      await ended;
      clearTimeout(insist);
    },
    kill: () => {
      ending = true;
      child.kill('SIGKILL');
    },
  };
}

function openLog(log) {
  mkdirSync(dirname(log), { recursive: true, mode: 0o700 });
  if (existsSync(log) && statSync(log).size > logLimit) renameSync(log, `${log}.1`);
  return openSync(log, 'a', 0o600);
}
