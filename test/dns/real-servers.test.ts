import { type ChildProcess, spawn } from 'node:child_process';
import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { accessSync, constants, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Answer, RecordType, Resolver } from '#core/resolver.ts';
import { createDnsClient } from '#dns/client.ts';

/** The file of a program that is installed, wherever Debian puts servers; undefined where it is not. */
const programFile = (name: string): string | undefined =>
  [...(process.env.PATH ?? '').split(delimiter), '/usr/sbin']
    .map((folder) => join(folder, name))
    .find((file) => {
      try {
        accessSync(file, constants.X_OK);
        return true;
      } catch {
        return false;
      }
    });

const nsd = programFile('nsd');
const unbound = programFile('unbound');

const freePort = async (): Promise<number> => {
  const socket = createSocket('udp4').bind(0, '127.0.0.1');
  await once(socket, 'listening');
  const { port } = socket.address();
  socket.close();
  return port;
};

/** Starts a server that stays in the foreground, and waits until it says that it is ready. */
const start = (file: string, args: readonly string[], ready: RegExp): Promise<ChildProcess> =>
  new Promise((resolve, reject) => {
    const server = spawn(file, args, { stdio: ['ignore', 'ignore', 'pipe'] });
    const said: string[] = [];
    server.once('error', reject);
    server.once('exit', () => reject(new Error(`${file} did not start:\n${said.join('\n')}`)));
    createInterface({ input: server.stderr }).on('line', (line) => {
      said.push(line);
      if (ready.test(line)) resolve(server);
    });
  });

const stop = async (server: ChildProcess): Promise<void> => {
  if (server.exitCode !== null) return;
  const exit = once(server, 'exit');
  server.kill();
  await exit;
};

const nsdConfiguration = (folder: string, port: number): string => `
server:
  ip-address: 127.0.0.1@${port}
  server-count: 1
  username: ""
  chroot: ""
  zonesdir: "${folder}"
  database: ""
  pidfile: "${folder}/nsd.pid"
  xfrdfile: "${folder}/xfrd.state"
  zonelistfile: "${folder}/zone.list"
  verbosity: 1
remote-control:
  control-enable: no
zone:
  name: example
  zonefile: example.zone
zone:
  name: other.test
  zonefile: other.zone
`;

const unboundConfiguration = (folder: string, port: number, nsdPort: number, deadPort: number): string => `
server:
  interface: 127.0.0.1@${port}
  username: ""
  chroot: ""
  directory: "${folder}"
  pidfile: "${folder}/unbound.pid"
  use-syslog: no
  verbosity: 1
  num-threads: 1
  so-rcvbuf: 0
  do-ip6: no
  do-not-query-localhost: no
  module-config: "iterator"
  local-zone: "test." nodefault
remote-control:
  control-enable: no
stub-zone:
  name: example
  stub-addr: 127.0.0.1@${nsdPort}
stub-zone:
  name: other.test
  stub-addr: 127.0.0.1@${nsdPort}
stub-zone:
  name: dead.test
  stub-addr: 127.0.0.1@${deadPort}
`;

const resolverAt = (port: number): Resolver =>
  createDnsClient({ servers: [{ address: '127.0.0.1', port }] }).resolver({ deadline: Date.now() + 60_000 });

const soa = '3600 IN SOA ns1.example. hostmaster.example. 1 3600 600 86400 60';
const strings = Array.from({ length: 9 }, (_, i) => `part${i} `.padEnd(255, 'x'));

const exampleZone = `$ORIGIN example.
$TTL 300
@ ${soa}
@ NS ns1
ns1 A 192.0.2.53
shop TXT "v=spf1 ip4:192." "0.2.1 -all"
shop MX 10 MX.shop
shop A 192.0.2.1
shop AAAA 2001:db8::1
*.wild TXT "any"
mab._domainkey.shop 60 CNAME mab._domainkey.other.test.
within CNAME shop
nowhere CNAME missing
long TXT ${strings.map((string) => `"${string}"`).join(' ')}
latin TXT "bl\\229b\\230r"
null MX 0 .
below.empty A 192.0.2.1
away NS ns1.away
`;
const otherZone = `$ORIGIN other.test.
$TTL 300
@ ${soa}
@ NS ns1.example.
mab._domainkey TXT "v=DKIM1; p="
`;

const found = (records: unknown[], cname: string[] = [], ttl = 300) => ({ kind: 'found', records, cname, ttl });

/** What any server says. */
const rows: [string, string, RecordType, unknown][] = [
  ['TXT in two strings', 'shop.example', 'TXT', found(['v=spf1 ip4:192.0.2.1 -all'])],
  ['A', 'shop.example', 'A', found(['192.0.2.1'])],
  ['AAAA', 'shop.example', 'AAAA', found(['2001:db8::1'])],
  ['MX', 'shop.example', 'MX', found([{ preference: 10, exchange: 'mx.shop.example' }])],
  ['null MX', 'null.example', 'MX', found([{ preference: 0, exchange: '' }])],
  ['a wildcard', 'some.wild.example', 'TXT', found(['any'])],
  ['a CNAME within the zone', 'within.example', 'TXT', found(['v=spf1 ip4:192.0.2.1 -all'], ['shop.example'])],
  [
    'a CNAME to another zone',
    'mab._domainkey.shop.example',
    'TXT',
    found(['v=DKIM1; p='], ['mab._domainkey.other.test'], 60),
  ],
  ['the CNAME itself', 'within.example', 'CNAME', found(['shop.example'])],
  ['a CNAME to no name', 'nowhere.example', 'TXT', { kind: 'nxdomain', cname: ['missing.example'], negativeTtl: 60 }],
  ['no such name', 'none.example', 'TXT', { kind: 'nxdomain', cname: [], negativeTtl: 60 }],
  ['no data', 'ns1.example', 'TXT', { kind: 'nodata', cname: [], negativeTtl: 60 }],
  ['a name with names below it only', 'empty.example', 'TXT', { kind: 'nodata', cname: [], negativeTtl: 60 }],
  ['more than UDP holds', 'long.example', 'TXT', found([strings.join('')])],
  ['octets that are Latin-1', 'latin.example', 'TXT', found(['blåbær'])],
];

describe.skipIf(nsd === undefined)(`nsd (${nsd ?? 'not installed'})`, () => {
  const folder = mkdtempSync(join(tmpdir(), 'dns-'));
  const servers: ChildProcess[] = [];
  let authoritative: Resolver;
  let recursive: Resolver;

  const startBoth = async (): Promise<void> => {
    const [nsdPort, unboundPort, deadPort] = await Promise.all([freePort(), freePort(), freePort()]);
    authoritative = resolverAt(nsdPort);
    recursive = resolverAt(unboundPort);
    writeFileSync(join(folder, 'example.zone'), exampleZone);
    writeFileSync(join(folder, 'other.zone'), otherZone);
    writeFileSync(join(folder, 'nsd.conf'), nsdConfiguration(folder, nsdPort));
    writeFileSync(join(folder, 'unbound.conf'), unboundConfiguration(folder, unboundPort, nsdPort, deadPort));
    servers.push(await start(nsd ?? '', ['-d', '-c', join(folder, 'nsd.conf')], /nsd started/));
    if (unbound === undefined) return;
    servers.push(await start(unbound, ['-d', '-c', join(folder, 'unbound.conf')], /start of service/));
  };

  beforeAll(startBoth);
  afterAll(async () => {
    await Promise.all(servers.map(stop));
    rmSync(folder, { recursive: true });
  });

  test.each(rows)('%s', async (_, name, type, answer) => {
    expect(await authoritative.resolve(name, type)).toEqual(answer);
  });

  test.each<[string, string, Answer]>([
    ['a delegation is no absence', 'shop.away.example', { kind: 'failed', reason: 'refused' }],
    ['a zone that it does not have', 'shop.invalid', { kind: 'failed', reason: 'refused' }],
  ])('%s', async (_, name, answer) => {
    expect(await authoritative.resolve(name, 'TXT')).toEqual(answer);
  });

  describe.skipIf(unbound === undefined)(`behind unbound (${unbound ?? 'not installed'})`, () => {
    test.each(rows)('%s', async (_, name, type, answer) => {
      expect(await recursive.resolve(name, type)).toEqual(answer);
    });

    test('a zone whose name server is dead: unbound still tries when the time is over', async () => {
      expect(await recursive.resolve('shop.dead.test', 'TXT')).toEqual({ kind: 'failed', reason: 'timeout' });
    });
  });
});
