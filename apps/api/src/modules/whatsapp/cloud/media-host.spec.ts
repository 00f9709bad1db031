import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { mayReceiveToken } from './media-host.js';

const GRAPH = 'https://graph.facebook.com';
const may = (address: string, base = GRAPH): boolean => mayReceiveToken(address, base) !== undefined;

describe('where the token may travel', () => {
  it.each([
    ['https://fbsbx.com/x'],
    ['https://lookaside.fbsbx.com/whatsapp_business/attachments/?mid=1&ext=2&hash=3'],
    ['https://media-mia3-1.cdn.whatsapp.net/v/t62?ccb=1'],
    ['https://LOOKASIDE.FBSBX.COM/x'],
    ['https://graph.facebook.com/v25.0/1'],
  ])('%s', (address) => {
    expect(may(address)).toBe(true);
  });

  it('includes the very origin that the channel speaks to, port and all', () => {
    expect(may('http://127.0.0.1:4010/file', 'http://127.0.0.1:4010')).toBe(true);
    expect(may('http://127.0.0.1:4011/file', 'http://127.0.0.1:4010')).toBe(false);
    expect(may('https://127.0.0.1:4010/file', 'http://127.0.0.1:4010')).toBe(false);
    expect(may('http://localhost:4010/file', 'http://127.0.0.1:4010')).toBe(false);
  });
});

describe('where it may not', () => {
  it.each([
    ['plain text', 'http://lookaside.fbsbx.com/x'],
    ['another port', 'https://lookaside.fbsbx.com:444/x'],
    ['a name inside the address', 'https://lookaside.fbsbx.com@evil.example/x'],
    ['credentials for the right host', 'https://me:you@lookaside.fbsbx.com/x'],
    ['a look-alike in front', 'https://lookaside.fbsbx.com.evil.example/x'],
    ['a look-alike behind', 'https://notfbsbx.com/x'],
    ['a look-alike with a dash', 'https://evil-whatsapp.net/x'],
    ['a dot at the end', 'https://lookaside.fbsbx.com./x'],
    ['letters that look alike', 'https://lookaside.fbѕbx.com/x'],
    ['this machine', 'http://127.0.0.1/latest'],
    ['this machine by name', 'http://localhost:6379/'],
    ['this machine in one number', 'http://2130706433/'],
    ['this machine in octal', 'http://0177.0.0.1/'],
    ['this machine in hex', 'http://0x7f.1/'],
    ['this machine in six', 'http://[::1]/'],
    ['this machine mapped', 'http://[::ffff:127.0.0.1]/'],
    ['every address', 'http://0.0.0.0/'],
    ['the cloud that hosts us', 'http://169.254.169.254/latest/meta-data/'],
    ['the cloud by name', 'http://metadata.google.internal/'],
    ['a private network', 'https://10.0.0.1/'],
    ['a file', 'file:///etc/passwd'],
    ['data', 'data:text/plain;base64,eA=='],
    ['a script', 'javascript:fetch("https://lookaside.fbsbx.com")'],
    ['another protocol', 'gopher://lookaside.fbsbx.com/'],
    ['sockets', 'wss://lookaside.fbsbx.com/'],
    ['a path only', '/etc/passwd'],
    ['no protocol', '//lookaside.fbsbx.com/x'],
    ['nothing', ''],
    ['blanks', '   '],
  ])('%s: %s', (_name, address) => {
    expect(may(address)).toBe(false);
  });

  it('is any host but the ones of Meta', () => {
    fc.assert(
      fc.property(fc.webUrl(), (address) => {
        fc.pre(!/(?:^|\.)(?:fbsbx\.com|whatsapp\.net)$/.test(new URL(address).hostname));
        expect(may(address)).toBe(false);
      }),
    );
  });

  it('stays what it is when the base address is broken', () => {
    expect(may('https://evil.example/x', 'not an address')).toBe(false);
    expect(may('https://lookaside.fbsbx.com/x', 'not an address')).toBe(true);
  });
});
