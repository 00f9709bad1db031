import { describe, expect, it } from '@jest/globals';
import { redactedConfig } from './redacted-config.js';

const config = {
  role: 'all',
  production: false,
  publicUrl: 'https://hilo.example',
  databaseUrl: 'postgresql://hilo:s3cret@db.internal:5432/hilo?sslpassword=s3cret2',
  databasePool: 12,
  redisUrl: 'redis://:s3cret3@redis.internal:6379',
  simulatorUrl: null,
  whatsappGraphUrl: 'https://graph.facebook.com',
  cookieSecure: true,
  trustProxy: false,
  logLevel: 'info',
  metricsToken: 's3cret4',
  secrets: { sessionSecret: 's3cret5', encryptionKeys: 'v1:s3cret6', whatsappAppSecret: '' },
};

describe('redactedConfig', () => {
  it('tells addresses without who signs in there, and only the names of secrets', () => {
    const told = redactedConfig(config);
    expect(told).toMatchObject({
      database: 'postgresql://db.internal:5432/hilo',
      redis: 'redis://redis.internal:6379',
      publicUrl: 'https://hilo.example',
      secrets: ['sessionSecret', 'encryptionKeys'],
    });
    expect(JSON.stringify(told)).not.toContain('s3cret');
  });

  it('does not repeat what it cannot read', () => {
    expect(redactedConfig({ ...config, databaseUrl: 's3cret' }).database).toBe('not an address');
  });

  it('leaves out whatever is not named here', () => {
    expect(redactedConfig(config)).not.toHaveProperty('metricsToken');
  });
});
