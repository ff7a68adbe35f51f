import { type AddressSet, contains, emptySet, formatAddress, parseAddress } from '#core/networks.ts';
import type { Authorities, DirectAnswer } from '#core/publication/authorities.ts';
import type { Failed, RecordType } from '#core/resolver.ts';
import { isSpecial } from '#core/special-addresses.ts';
import { readDirectAnswer } from './answer.ts';
import { within } from './deadline.ts';
import { askInTurn, type Inquiry } from './exchange.ts';
import { createGate } from './gate.ts';
import { directTimeouts, openDirectSockets, type Timeouts } from './limits.ts';
import type { Question } from './message.ts';
import { isName, normal } from './name.ts';
import { dnsPort } from './system.ts';
import type { DnsServer } from './transport.ts';

export interface AuthoritiesOptions {
  readonly timeouts?: Pick<Timeouts, 'attempts'>;
  /** Special addresses that may be asked all the same. */
  readonly allowed?: AddressSet;
  readonly port?: number;
}

const timeout: Failed = { kind: 'failed', reason: 'timeout' };

/**
 * Asks authoritative servers over UDP and TCP, each for itself. Their addresses come out of DNS, where anybody writes what
 * he likes: an address within the machine's own network is never contacted, or a stranger could reach through us what he
 * cannot reach himself.
 */
export const createAuthorities = ({
  timeouts: { attempts } = directTimeouts,
  allowed = emptySet,
  port = dnsPort,
}: AuthoritiesOptions = {}): Authorities => {
  const questionTime = attempts.reduce((sum, wait) => sum + wait, 0);
  const gate = createGate(Math.max(1, Math.floor(openDirectSockets / attempts.length)));

  /** As it was judged, so is it written: no second reading of the text can come to another address. */
  const serverAt = (text: string): DnsServer | undefined => {
    const address = parseAddress(text);
    if (address === undefined || (isSpecial(address) && !contains(allowed, address))) return undefined;
    return { address: formatAddress(address), port };
  };

  return {
    ask: async <T extends RecordType>(address: string, name: string, type: T): Promise<DirectAnswer<T>> => {
      const server = serverAt(address);
      if (server === undefined) return { kind: 'not_public' };
      const question = { name: normal(name), type };
      if (!isName(question.name)) return { kind: 'nxdomain', cname: [], negativeTtl: null };
      return within(questionTime, undefined, async (end) => {
        if (!(await gate.enter(end))) return timeout;
        try {
          return await askInTurn(inquiryFor(question), [server], attempts, end);
        } finally {
          gate.leave();
        }
      });
    },
  };
};

/** Twice lame is lame: some servers refuse for a moment when they are asked too much. */
const inquiryFor = <T extends RecordType>(question: Question<T>): Inquiry<T, DirectAnswer<T>> => ({
  question,
  recursion: false,
  read: (reply) => {
    if (reply.kind === 'message') return readDirectAnswer(reply, question);
    // REFUSED or NOTAUTH: the zone is not one of the server's.
    return reply.reason === 'refused' ? { kind: 'lame' } : reply;
  },
  isTrouble: ({ kind }) => kind === 'failed' || kind === 'lame',
});
