import { Failure } from './failure.mjs';
import { apiCli, root } from './project.mjs';
import { runCommand } from './run-command.mjs';

/** The last line of a program's output that is a JSON object; its log lines before it do not disturb. */
export function lastJsonLine(text) {
  for (const line of text.trim().split('\n').reverse()) {
    if (!line.startsWith('{')) continue;
    try {
      return JSON.parse(line);
    } catch {
      continue;
    }
  }
  return undefined;
}

/**
 * Migrates, makes the first administrator and loads the demo shop (into an empty database only).
 * @returns {Promise<{ migrated: number, admin: { email: string, password: string | null, created: boolean }, demo: boolean }>}
 */
export async function prepare(environment, { demo }) {
  const { code, stdout, stderr } = await runCommand(
    process.execPath,
    [apiCli, 'prepare', ...(demo ? ['--demo'] : [])],
    {
      cwd: root,
      env: { ...process.env, ...environment },
    },
  );
  const result = code === 0 ? lastJsonLine(stdout) : undefined;
  if (!result)
    throw new Failure(
      'The database could not be prepared.',
      (stderr + stdout).trim().split('\n').slice(-40).join('\n'),
    );
  return result;
}
