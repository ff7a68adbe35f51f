import { type ChildProcess, spawn } from 'node:child_process';
import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { createInterface } from 'node:readline';

/** Programs that others wrote, with their configurations: nsd, an authoritative server, and unbound, a recursive resolver. */

/** The file of a program that is installed, wherever Debian puts servers; undefined where it is not. */
export const programFile = (name: string): string | undefined =>
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

export const freePort = async (): Promise<number> => {
  const socket = createSocket('udp4').bind(0, '127.0.0.1');
  await once(socket, 'listening');
  const { port } = socket.address();
  socket.close();
  return port;
};

/** Starts a server that stays in the foreground, and waits until it says that it is ready. */
export const startServer = (file: string, args: readonly string[], ready: RegExp): Promise<ChildProcess> =>
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

export const stopServer = async (server: ChildProcess): Promise<void> => {
  if (server.exitCode !== null) return;
  const exit = once(server, 'exit');
  server.kill();
  await exit;
};

/** Zones `example` and `other.test`, from files in the folder. */
export const nsdConfiguration = (folder: string, port: number): string => `
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

/** Both zones from nsd, and `dead.test` from a port where nobody is. */
export const unboundConfiguration = (folder: string, port: number, nsdPort: number, deadPort: number): string => `
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
