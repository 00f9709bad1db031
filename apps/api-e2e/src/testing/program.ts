import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from './environment.js';
import { until } from './until.js';

export interface Program {
  pid: number;
  /** The last words of its output. */
  words(): string;
  stop(): Promise<void>;
  kill(): Promise<void>;
}

const KEPT = 40_000;
const PATIENCE_MS = 15_000;

/** Starts one of the built programs as a process of its own. */
export function startProgram(path: string, environment: Readonly<Record<string, string>>): Program {
  const file = join(projectRoot, path);
  if (!existsSync(file)) throw new Error(`${path} is not built: run "npm run build" first`);
  const { PATH = '', HOME = '' } = process.env;
  const child = spawn(process.execPath, [file], {
    cwd: projectRoot,
    env: { PATH, HOME, NODE_ENV: 'test', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  const keep = (text: Buffer): void => void (said = (said + text.toString()).slice(-KEPT));
  child.stdout.on('data', keep);
  child.stderr.on('data', keep);
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const end = async (signal: 'SIGTERM' | 'SIGKILL'): Promise<void> => {
    child.kill(signal);
    const insist = setTimeout(() => child.kill('SIGKILL'), PATIENCE_MS);
    await ended;
    clearTimeout(insist);
  };
  return { pid: child.pid ?? 0, words: () => said, stop: () => end('SIGTERM'), kill: () => end('SIGKILL') };
}

/** Runs one of the built programs to its end. @throws with its words when it fails. */
export async function runProgram(
  path: string,
  parameters: readonly string[],
  environment: Readonly<Record<string, string>>,
): Promise<string> {
  const { PATH = '', HOME = '' } = process.env;
  const child = spawn(process.execPath, [join(projectRoot, path), ...parameters], {
    cwd: projectRoot,
    env: { PATH, HOME, NODE_ENV: 'test', ...environment },
  });
  let stdout = '';
  let stderr = '';
  child.stdout.on('data', (text: Buffer) => (stdout += text.toString()));
  child.stderr.on('data', (text: Buffer) => (stderr += text.toString()));
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  if (code !== 0)
    throw new Error(`${path} ${parameters.join(' ')} ended with ${code}:\n${stderr}${stdout}`.slice(0, 4000));
  return stdout;
}

export const answering = (url: string, program: Program): Promise<true> =>
  until(
    `${url} to answer 200`,
    async () => {
      try {
        return (await fetch(url, { signal: AbortSignal.timeout(5000) })).status === 200;
      } catch {
        return false;
      }
    },
    150_000,
  ).catch((error: Error) => {
    throw new Error(`${error.message}\n${program.words()}`);
  });
