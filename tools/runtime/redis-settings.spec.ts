import { describe, expect, it } from '@jest/globals';
import { redisSettings } from './redis-settings.mjs';

describe('redisSettings', () => {
  const lines = redisSettings({ port: 6001, folder: '/srv/my data/redis', password: 'secret' }).split('\n');

  it('asks for a password, on the loopback only', () => {
    expect(lines).toEqual(expect.arrayContaining(['bind 127.0.0.1', 'port 6001', 'requirepass secret']));
  });

  it('loses at most a second and never throws a job away', () => {
    expect(lines).toEqual(
      expect.arrayContaining(['appendonly yes', 'appendfsync everysec', 'maxmemory-policy noeviction']),
    );
  });

  it('bears a folder with spaces', () => expect(lines).toContain('dir "/srv/my data/redis"'));
});
