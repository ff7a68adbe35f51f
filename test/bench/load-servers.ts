import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Zone } from '#test/zone.ts';

/** The local server, and the DNS servers that it asks, each a process of its own. */

const root = join(import.meta.dirname, '../..');

/** Where the name servers of the domains are: on loopback, and not where the resolver is. */
const nameServer = '127.0.0.6';

/** So many domains have more answers than the server's cache holds: asked in turn, each is cold again. */
export const coldDomains = Array.from({ length: 1_500 }, (_, i) => `k${i}.example`);
export const warmDomains = Array.from({ length: 20 }, (_, i) => `v${i}.example`);

const run = [{ NS: 'ns1.hotell.example' }, { NS: 'ns2.hotell.example' }] as const;
const services = [0, 1, 2, 3, 4].map((i) => `s${i}.tjenester.example`);

/** Domains with something to do, as most that are checked: services that are asked for, a mail server, no DKIM and no DMARC. */
const zone: Zone = {
  '_spf.mab.no': [{ TXT: 'v=spf1 ip4:192.0.2.64/27 -all' }],
  'mab._domainkey.mab.no': [{ TXT: 'v=DKIM1; k=ed25519; p=11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=' }],
  'ns1.hotell.example': [{ A: nameServer }],
  'ns2.hotell.example': [{ A: nameServer }],
  ...Object.fromEntries(services.map((name, i) => [name, [{ TXT: `v=spf1 ip4:198.51.100.${i * 8}/29 -all` }]])),
  ...Object.fromEntries(
    [...coldDomains, ...warmDomains].flatMap((domain) => [
      [
        domain,
        [
          ...run,
          { TXT: `v=spf1 mx ${services.map((name) => `include:${name}`).join(' ')} ~all` },
          { MX: [10, `mx.${domain}`] },
        ],
      ],
      [`mx.${domain}`, [{ A: '198.51.100.200' }]],
    ]),
  ),
};

export interface Servers {
  readonly origin: URL;
  /** Octets of memory that the server has now. */
  readonly memory: () => number;
  /** Ends all, and gives what the server wrote to standard error and how it ended. */
  readonly close: () => Promise<{ readonly exitCode: number | null; readonly stderr: string }>;
}

const start = (args: readonly string[], variables: Readonly<Record<string, string>> = {}): ChildProcess => {
  const program = spawn(process.execPath, args, {
    cwd: root,
    env: { PATH: process.env.PATH, ...variables },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  // However this process ends, they end with it.
  process.once('exit', () => program.kill('SIGKILL'));
  return program;
};

/** @throws Error where the program ends without a line. */
const firstLine = async (program: ChildProcess): Promise<string> => {
  if (program.stdout === null) throw new Error('no output');
  const ended = once(program, 'exit').then(([code]) => Promise.reject(new Error(`${program.spawnargs}: ${code}`)));
  const [chunk] = (await Promise.race([once(program.stdout, 'data'), ended])) as [Buffer];
  return chunk.toString().split('\n')[0] ?? '';
};

/** Linux tells it in kibibytes. 0 where the process has ended: that is a fault of its own. */
const memoryOf = (pid: number): number => {
  const file = `/proc/${pid}/status`;
  if (!existsSync(file)) return 0;
  return Number(/^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(file, 'utf8'))?.[1] ?? 0) * 1_024;
};

/** @param delay milliseconds that DNS takes for an answer. */
export const startServers = async (delay: number): Promise<Servers> => {
  const folder = mkdtempSync(join(tmpdir(), 'load-'));
  const file = join(folder, 'zone.json');
  writeFileSync(file, JSON.stringify(zone));
  const dns = ['test/dns-server.ts', '--delay', String(delay)];
  const resolver = start([...dns, '--port', '0', file]);
  const port = /:(\d+)$/.exec(await firstLine(resolver))?.[1] ?? '';
  const zones = [...coldDomains, ...warmDomains].flatMap((domain) => ['--authority', domain]);
  const authority = start([...dns, '--port', port, '--address', nameServer, ...zones, file]);
  await firstLine(authority);
  const server = start(['functions/local/server.ts'], {
    PORT: '0',
    DATA_FOLDER: join(folder, 'data'),
    DNS_SERVERS: `127.0.0.1:${port}`,
    AUTHORITIES_ALLOWED: '127.0.0.0/8',
    AUTHORITIES_PORT: port,
  });
  let stderr = '';
  server.stderr?.on('data', (octets: Buffer) => {
    stderr += octets;
  });
  const ended = once(server, 'exit') as Promise<[number | null]>;
  const origin = new URL((await firstLine(server)).replace(/^.*: /, ''));
  return {
    origin,
    memory: () => memoryOf(server.pid ?? 0),
    close: async () => {
      server.kill('SIGTERM');
      const [exitCode] = await ended;
      resolver.kill();
      authority.kill();
      rmSync(folder, { recursive: true });
      return { exitCode, stderr };
    },
  };
};
