import { BlockList, isIP } from 'node:net';
import { networkInterfaces } from 'node:os';

const NOT_PUBLIC_4: readonly (readonly [string, number])[] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  // A cloud's own service on an address that looks like anybody's.
  ['168.63.129.16', 32],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
];
/** Of what is handed out to the world (2000::/3): tunnels that lead anywhere, and addresses for examples. */
const NOT_PUBLIC_6: readonly (readonly [string, number])[] = [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
];

const closed4 = new BlockList();
for (const [net, prefix] of NOT_PUBLIC_4) closed4.addSubnet(net, prefix, 'ipv4');
const closed6 = new BlockList();
for (const [net, prefix] of NOT_PUBLIC_6) closed6.addSubnet(net, prefix, 'ipv6');
const world6 = new BlockList();
world6.addSubnet('2000::', 3, 'ipv6');

/** Whether this address belongs to a host of the open internet: not to us, our network, a cloud's own services, or nobody. */
export function isPublicAddress(address: string): boolean {
  const family = isIP(address);
  if (family === 4) return !closed4.check(address, 'ipv4');
  // Also what wraps an IPv4 address (::ffff:0:0/96, 64:ff9b::/96) lies outside.
  return family === 6 && world6.check(address, 'ipv6') && !closed6.check(address, 'ipv6');
}

/** The machine's own addresses, and the networks of the IPv6 ones: they may be of the open internet and yet lead inside. */
export function ownAddresses(interfaces: ReturnType<typeof networkInterfaces> = networkInterfaces()): BlockList {
  const list = new BlockList();
  for (const { address, family } of Object.values(interfaces).flatMap((found) => found ?? [])) {
    if (family === 'IPv4') list.addAddress(address, 'ipv4');
    else list.addSubnet(address.replace(/%.*$/, ''), 64, 'ipv6');
  }
  return list;
}

const CIDR = /^([0-9a-f.:]+)\/(\d{1,3})$/i;

/** `192.168.7.0/24, fd00::/8` as a list to look into. Undefined when one of them is no network. */
export function networksOf(text: string): BlockList | undefined {
  const list = new BlockList();
  for (const one of text
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean)) {
    const [, net = '', prefix = ''] = CIDR.exec(one) ?? [];
    const family = isIP(net);
    if (family === 0 || Number(prefix) > (family === 4 ? 32 : 128)) return undefined;
    list.addSubnet(net, Number(prefix), family === 4 ? 'ipv4' : 'ipv6');
  }
  return list;
}
