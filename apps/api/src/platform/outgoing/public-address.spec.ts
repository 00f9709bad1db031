import { describe, expect, it } from '@jest/globals';
import { isPublicAddress, networksOf, ownAddresses } from './public-address.js';

describe('an address of the open internet', () => {
  it.each([
    '8.8.8.8',
    '1.1.1.1',
    '190.15.20.77',
    '172.15.255.255',
    '172.32.0.1',
    '100.63.255.255',
    '100.128.0.0',
    '2606:4700::1111',
    '2a00:1450:4003:80f::200e',
  ])('is %s', (address) => {
    expect(isPublicAddress(address)).toBe(true);
  });

  it.each([
    '127.0.0.1',
    '127.255.255.254',
    '0.0.0.0',
    '10.0.0.1',
    '172.16.0.1',
    '172.31.255.255',
    '192.168.1.1',
    '169.254.169.254',
    '168.63.129.16',
    '100.100.100.200',
    '198.18.0.1',
    '192.0.0.192',
    '192.0.2.1',
    '198.51.100.1',
    '203.0.113.9',
    '224.0.0.1',
    '239.255.255.250',
    '240.0.0.1',
    '255.255.255.255',
    '::',
    '::1',
    '::ffff:127.0.0.1',
    '::ffff:7f00:1',
    '::ffff:8.8.8.8',
    '::127.0.0.1',
    '64:ff9b::7f00:1',
    'fe80::1',
    'fc00::1',
    'fd12:3456::1',
    'ff02::1',
    '2001:db8::1',
    '2001::1',
    '2002:7f00:1::',
    '3fff::1',
    '100::1',
    '',
    'localhost',
    '2130706433',
    '0x7f.1',
    '127.1',
    '8.8.8.8 ',
  ])('is not %p', (address) => {
    expect(isPublicAddress(address)).toBe(false);
  });
});

describe('the addresses of the machine', () => {
  it('are its own, and with IPv6 its neighbours` too', () => {
    const shared = { netmask: '', mac: '', internal: false, cidr: null };
    const own = ownAddresses({
      eth0: [
        { ...shared, address: '190.15.20.77', family: 'IPv4' },
        { ...shared, address: '2606:4700:1:2::77', family: 'IPv6', scopeid: 0 },
      ],
      eth1: undefined,
    });
    const asked = ['190.15.20.77', '190.15.20.78', '2606:4700:1:2::77', '2606:4700:1:2:3::9', '2606:4700:1:3::77'];
    expect(asked.map((address) => own.check(address, address.includes(':') ? 'ipv6' : 'ipv4'))).toEqual([
      true,
      false,
      true,
      true,
      false,
    ]);
    expect(ownAddresses().check('127.0.0.1', 'ipv4')).toBe(true);
  });
});

describe('networks that are written down', () => {
  it('are looked into', () => {
    const list = networksOf('192.168.7.0/24, fd00::/8');
    expect([
      list?.check('192.168.7.9', 'ipv4'),
      list?.check('192.168.8.9', 'ipv4'),
      list?.check('fd12::1', 'ipv6'),
      list?.check('fe80::1', 'ipv6'),
    ]).toEqual([true, false, true, false]);
    expect(networksOf('')?.check('127.0.0.1', 'ipv4')).toBe(false);
  });

  it.each(['192.168.7.1', 'fotos.local/24', '10.0.0.0/33', 'fd00::/129', '10.0.0.0/-1', '/8', '10.0.0.0/8;::/0'])(
    'are none in %p',
    (text) => {
      expect(networksOf(text)).toBeUndefined();
    },
  );
});
