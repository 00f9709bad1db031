/**
 * The settings of our own server.
 * @param {{ port: number, throwAway: boolean }} options throwAway: a test server, whose data may be lost with the machine
 * @returns {string} text of a postgresql.conf include
 */
export function postgresSettings({ port, throwAway }) {
  const settings = {
    port,
    listen_addresses: '127.0.0.1',
    // Only TCP: the path of a socket file has a length limit that a deep data folder exceeds.
    unix_socket_directories: '',
    max_connections: 200,
    shared_buffers: '128MB',
    wal_compression: 'on',
    max_wal_size: '2GB',
    timezone: 'UTC',
    log_timezone: 'UTC',
    shared_preload_libraries: 'pg_stat_statements',
    ...(throwAway ? { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' } : { fsync: 'on' }),
  };
  return Object.entries(settings)
    .map(([name, value]) => `${name} = '${value}'\n`)
    .join('');
}
