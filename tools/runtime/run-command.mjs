import { spawn } from 'node:child_process';
import { delimiter, join } from 'node:path';
import { accessSync, constants } from 'node:fs';

/**
 * Runs a program to its end. Never throws: a program that cannot be started has code 127, one that is ended has 1.
 * @param {string} program
 * @param {string[]} parameters
 * @param {{ cwd?: string, env?: object, uid?: number, gid?: number, timeout?: number, show?: boolean | 'errors' }} [options]
 *   show: its output goes to the terminal, or only what it writes to standard error; timeout: ms until it is ended
 * @returns {Promise<{ code: number, stdout: string, stderr: string }>}
 */
export function runCommand(program, parameters, options = {}) {
  const { show = false, ...rest } = options;
  const stdio = ['ignore', show === true ? 'inherit' : 'pipe', show ? 'inherit' : 'pipe'];
  return new Promise((resolve) => {
    let stdout = '';
    let stderr = '';
    const child = spawn(program, parameters, { ...rest, stdio });
    child.stdout?.setEncoding('utf8').on('data', (text) => (stdout += text));
    child.stderr?.setEncoding('utf8').on('data', (text) => (stderr += text));
    child.on('error', (error) => resolve({ code: 127, stdout, stderr: stderr + error.message }));
    child.on('close', (code) => resolve({ code: code ?? 1, stdout, stderr }));
  });
}

/** The full path of a program on the PATH, or undefined. */
export function onPath(name, environment = process.env) {
  for (const folder of (environment.PATH ?? '').split(delimiter)) {
    if (!folder) continue;
    try {
      accessSync(join(folder, name), constants.X_OK);
      return join(folder, name);
    } catch {
      continue;
    }
  }
  return undefined;
}
