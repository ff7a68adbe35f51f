import { askOnce, type RecordType } from '#core/resolver.ts';
import { createGate } from '#dns/gate.ts';
import { encodeQuery } from '#dns/message.ts';
import { askOverUdp, type DnsServer } from '#dns/transport.ts';
import { check } from './bench-check.ts';
import { memoryResolver } from './bench-memory.ts';
import { benchZone } from './bench-zone.ts';

interface Asked {
  readonly name: string;
  readonly type: RecordType;
}

const questionsOf = async (domain: string): Promise<readonly Asked[]> => {
  const memory = memoryResolver(benchZone);
  const asked: Asked[] = [];
  await check(
    domain,
    askOnce({
      resolve: (name, type) => {
        asked.push({ name, type });
        return memory.resolve(name, type);
      },
    }),
  );
  return asked;
};

/** As many at once as the server's socket has room for. */
const gate = createGate(64);

const questions = new Map<string, Promise<readonly Asked[]>>();

/**
 * The questions of a check, all sent at once, each from a port of its own (RFC 5452 section 9.2 forbids one port for all),
 * and the answers thrown away unread: no check can take less.
 */
export const askBare = async (domain: string, server: DnsServer): Promise<void> => {
  const asked = questions.get(domain) ?? questionsOf(domain);
  questions.set(domain, asked);
  const { signal } = new AbortController();
  await Promise.all(
    (await asked).map(async (question, id) => {
      await gate.enter(signal);
      await askOverUdp(server, encodeQuery(id, question, { edns: true, recursion: true }), () => true, signal);
      gate.leave();
    }),
  );
};
