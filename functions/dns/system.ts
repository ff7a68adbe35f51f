import type { DnsServer } from './transport.ts';

// No `import`: it would read all that these export, and with that load what only some of it needs, in each cold start.
const { getServers } = process.getBuiltinModule('node:dns');
const { isIPv4, isIPv6 } = process.getBuiltinModule('node:net');

export const dnsPort = 53;

/** `192.0.2.1`, `192.0.2.1:5353`, `[2001:db8::1]:5353`; a bare IPv6 address has colons of its own, and no port. */
const withPort = /^(?:\[(?<ip6>[^\]]+)\]|(?<ip4>[^:]+))(?::(?<port>\d{1,5}))?$/;

const parseServer = (text: string): DnsServer | undefined => {
  const { ip4 = '', ip6 = text, port: digits = String(dnsPort) } = withPort.exec(text)?.groups ?? {};
  const port = Number(digits);
  if (port < 1 || port > 65_535) return undefined;
  // IPv4 first: the pattern that Node knows IPv6 by takes it milliseconds to make, and few servers need it.
  if (isIPv4(ip4)) return { address: ip4, port };
  return isIPv6(ip6) ? { address: ip6, port } : undefined;
};

/**
 * The resolvers that `DNS_SERVERS` names.
 *
 * @param text comma-separated `ip4[:port]`, `ip6` or `[ip6][:port]`; the port is 53 where it is left out.
 * @throws Error that names the part which is none of these.
 */
export const parseServers = (text: string): readonly DnsServer[] =>
  text.split(',').map((part) => {
    const server = parseServer(part.trim());
    if (server === undefined) throw new Error(`not a DNS server (ip, ip:port or [ip6]:port): "${part.trim()}"`);
    return server;
  });

/** The resolvers that the operating system uses. */
export const systemServers = (): readonly DnsServer[] => parseServers(getServers().join(','));

/**
 * @param text the value of `DNS_SERVERS`; the system's resolvers where it is not set or empty.
 * @throws Error as `parseServers` does.
 */
export const serversOf = (text: string | undefined): readonly DnsServer[] =>
  text === undefined || text === '' ? systemServers() : parseServers(text);
