import { BlockList, isIP } from 'node:net';

/** IPv4 ranges that are not the public internet (IANA special-purpose registry), and addresses with machine secrets. */
const IPV4_RANGES: readonly (readonly [network: string, prefix: number, what: string])[] = [
  ['0.0.0.0', 8, 'this network'],
  ['10.0.0.0', 8, 'private'],
  ['100.64.0.0', 10, 'carrier-grade NAT'],
  ['127.0.0.0', 8, 'loopback'],
  ['168.63.129.16', 32, 'cloud metadata'],
  ['169.254.0.0', 16, 'link-local, cloud metadata'],
  ['172.16.0.0', 12, 'private'],
  ['192.0.0.0', 24, 'protocol assignments, cloud metadata'],
  ['192.0.2.0', 24, 'documentation'],
  ['192.88.99.0', 24, '6to4 relays'],
  ['192.168.0.0', 16, 'private'],
  ['198.18.0.0', 15, 'benchmarking'],
  ['198.51.100.0', 24, 'documentation'],
  ['203.0.113.0', 24, 'documentation'],
  ['224.0.0.0', 4, 'multicast'],
  ['240.0.0.0', 4, 'reserved, broadcast'],
];

/** Inside 2000::/3, the only global range; everything outside it is refused without being named. */
const IPV6_RANGES: readonly (readonly [network: string, prefix: number, what: string])[] = [
  ['2001::', 23, 'Teredo and other protocol assignments'],
  ['2001:db8::', 32, 'documentation'],
  ['2002::', 16, '6to4, which carries an IPv4 address'],
  ['3fff::', 20, 'documentation'],
];

// Two lists: IPv4 addresses match the IPv4-mapped ranges of a list that has IPv6 ones.
const ipv4 = new BlockList();
for (const [network, prefix] of IPV4_RANGES) ipv4.addSubnet(network, prefix, 'ipv4');
const ipv6 = new BlockList();
for (const [network, prefix] of IPV6_RANGES) ipv6.addSubnet(network, prefix, 'ipv6');
const globalIpv6 = new BlockList();
globalIpv6.addSubnet('2000::', 3, 'ipv6');

/**
 * Whether a webhook must not be sent to an address: all that is not a public unicast address. IPv6 forms that carry an IPv4
 * address (mapped, compatible, NAT64, 6to4, Teredo) are refused whatever they carry. Text that is no address is refused.
 */
export function isForbiddenAddress(address: string): boolean {
  switch (isIP(address)) {
    case 4:
      return ipv4.check(address, 'ipv4');
    case 6:
      return address.includes('%') || !globalIpv6.check(address, 'ipv6') || ipv6.check(address, 'ipv6');
    default:
      return true;
  }
}
