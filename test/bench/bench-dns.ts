import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DnsServer } from '#dns/transport.ts';
import type { Zone } from '#test/zone.ts';

export interface DnsProcess extends DnsServer {
  readonly close: () => void;
}

/**
 * The project's DNS test server in a process of its own, so that it has a processor of its own where there are two.
 *
 * @param delay milliseconds before each answer.
 */
export const startDnsProcess = async (zone: Zone, delay: number): Promise<DnsProcess> => {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  const file = join(folder, 'zone.json');
  writeFileSync(file, JSON.stringify(zone));
  const program = join(import.meta.dirname, '../dns-server.ts');
  const server = spawn(process.execPath, [program, '--port', '0', '--delay', String(delay), file], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [line] = (await once(server.stdout, 'data')) as [Buffer];
  const [, address = '', port] = / at (.*):(\d+)\s*$/.exec(line.toString()) ?? [];
  return {
    address,
    port: Number(port),
    close: () => {
      server.kill();
      rmSync(folder, { recursive: true });
    },
  };
};
