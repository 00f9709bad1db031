import { describe, expect, it } from '@jest/globals';
import { postgresSettings } from './postgres-settings.mjs';

describe('postgresSettings', () => {
  it('keeps what is committed and listens on the loopback only', () => {
    const text = postgresSettings({ port: 5555, throwAway: false });
    expect(text).toContain("port = '5555'\n");
    expect(text).toContain("listen_addresses = '127.0.0.1'\n");
    expect(text).toContain("fsync = 'on'\n");
    expect(text).not.toContain('synchronous_commit');
  });

  it('trades safety for speed in a throw-away server only', () => {
    const text = postgresSettings({ port: 5555, throwAway: true });
    expect(text).toContain("fsync = 'off'\n");
    expect(text).toContain("full_page_writes = 'off'\n");
  });
});
