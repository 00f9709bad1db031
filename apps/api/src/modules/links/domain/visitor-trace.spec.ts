import { describe, expect, it } from '@jest/globals';
import { networkPrefix, referrerHost } from './visitor-trace.js';

describe('networkPrefix', () => {
  it.each([
    ['190.15.20.77', '190.15.20'],
    ['::ffff:190.15.20.77', '190.15.20'],
    ['2800:bf0:12:34::1', '2800:bf0:12'],
    ['2800::1', '2800:0:0'],
    ['::1', '0:0:0'],
    ['2800:bf0:12:34:5:6:7:8', '2800:bf0:12'],
  ])('of %s is %s', (ip, prefix) => {
    expect(networkPrefix(ip)).toBe(prefix);
  });
});

describe('referrerHost', () => {
  it.each([
    ['https://l.facebook.com/l.php?u=secret', 'l.facebook.com'],
    ['http://user:pass@shop.example:8080/a', 'shop.example'],
    ['android-app://com.instagram.android/', 'com.instagram.android'],
    ['javascript:alert(1)', null],
    ['not a url', null],
    ['', null],
    [undefined, null],
  ])('of %s is %s', (referrer, host) => {
    expect(referrerHost(referrer)).toBe(host);
  });
});
