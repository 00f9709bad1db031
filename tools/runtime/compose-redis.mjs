import { setTimeout as pause } from 'node:timers/promises';
import { anyFreePort } from './free-port.mjs';
import { root } from './project.mjs';
import { redisPid } from './redis-connection.mjs';
import { onPath, runCommand } from './run-command.mjs';

/**
 * The Redis of docker-compose.yml, when a Docker daemon answers; on a free port, with our password.
 * @returns {Promise<{ url: string, pid: null, reused: boolean, stop: () => Promise<void> } | undefined>}
 */
export async function composeRedis(password) {
  if (!onPath('docker') || (await runCommand('docker', ['info'])).code !== 0) return undefined;
  const port = await anyFreePort();
  const environment = { ...process.env, REDIS_PORT: String(port), REDIS_PASSWORD: password };
  const compose = (...parameters) =>
    runCommand('docker', ['compose', '-p', 'hilo-start', ...parameters], { cwd: root, env: environment });
  if ((await compose('up', '-d', 'redis')).code !== 0) return undefined;
  const url = `redis://:${password}@127.0.0.1:${port}/0`;
  for (let attempt = 0; attempt < 300; attempt += 1) {
    if (await redisPid(url))
      return { url, pid: null, reused: false, stop: () => compose('stop', 'redis').then(() => undefined) };
    await pause(100);
  }
  return undefined;
}
