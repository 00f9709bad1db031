import { describe, expect, it } from '@jest/globals';
import { nodeRefusal } from './node-version.mjs';

describe('nodeRefusal', () => {
  it.each(['20.19.0', '20.20.2', '22.0.0', '24.1.0'])('lets %s in', (version) => {
    expect(nodeRefusal(version)).toBeUndefined();
  });

  it.each(['18.20.0', '20.18.9', '8.0.0', ''])('refuses "%s" and says what to install', (version) => {
    expect(nodeRefusal(version)).toContain('20.19');
  });
});
