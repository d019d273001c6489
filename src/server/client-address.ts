/** Which address a request comes from, as far as it can be known. */
import type { IncomingMessage } from 'node:http';
import { BlockList, isIP } from 'node:net';

export type TrustedProxies = BlockList;

/** Reads `10.0.0.5, 172.16.0.0/12, ::1`; gives the first entry that is none where there is one. */
export function readTrustedProxies(text: string): TrustedProxies | { readonly fault: string } {
  const list = new BlockList();
  for (const entry of text.split(',').map((part) => part.trim())) {
    if (entry === '') continue;
    const [address = '', prefix] = entry.split('/');
    const family = isIP(address);
    const bits = prefix === undefined ? undefined : Number(prefix);
    const most = family === 6 ? 128 : 32;
    if (family === 0 || (bits !== undefined && !(/^\d+$/.test(prefix ?? '') && bits <= most))) {
      return { fault: entry };
    }
    const type = family === 6 ? 'ipv6' : 'ipv4';
    if (bits === undefined) list.addAddress(address, type);
    else list.addSubnet(address, bits, type);
  }
  return list;
}

/** IPv4 in IPv6's clothes is IPv4. */
function plain(address: string): string {
  return address.replace(/^::ffff:(?=\d+\.)/i, '');
}

function trusts(proxies: TrustedProxies, address: string): boolean {
  const family = isIP(address);
  return family !== 0 && proxies.check(address, family === 6 ? 'ipv6' : 'ipv4');
}

/**
 * The address that a limit counts: the socket's, or, where that is a proxy we were told to trust, the last one in
 * X-Forwarded-For that no trusted proxy has. Anybody can write that header; only a trusted proxy's end of it is true.
 * A household has a whole /64 of IPv6, so it counts as one.
 */
export function clientAddress(request: IncomingMessage, proxies: TrustedProxies | undefined): string {
  let address = plain(request.socket.remoteAddress ?? '');
  if (proxies !== undefined) {
    const hops = String(request.headers['x-forwarded-for'] ?? '').split(',');
    for (let hop = hops.pop(); hop !== undefined && trusts(proxies, address); hop = hops.pop()) {
      const next = plain(hop.trim());
      if (isIP(next) === 0) break;
      address = next;
    }
  }
  return isIP(address) === 6 ? firstHalf(address) : address;
}

function firstHalf(address: string): string {
  const [head = '', tail] = address.split('::');
  const groups = head.split(':').filter((group) => group !== '');
  const after = tail === undefined ? 0 : tail.split(':').filter((group) => group !== '').length;
  if (tail !== undefined) while (groups.length + after < 8) groups.push('0');
  return groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':');
}
