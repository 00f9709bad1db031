/**
 * The configuration of our own Redis: on the loopback only, with a password, losing at most a second.
 * @param {{ port: number, folder: string, password: string }} options
 */
export function redisSettings({ port, folder, password }) {
  return [
    'bind 127.0.0.1',
    `port ${port}`,
    'protected-mode yes',
    `requirepass ${password}`,
    `dir "${folder}"`,
    'appendonly yes',
    'appendfsync everysec',
    'save ""',
    'maxmemory-policy noeviction',
    'daemonize no',
    'loglevel notice',
    '',
  ].join('\n');
}
