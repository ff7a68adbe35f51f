import { checkDomain } from '#core/check.ts';
import type { Report } from '#core/report.ts';
import type { Answer, RecordType, Resolver } from '#core/resolver.ts';
import { sender } from '#core/sender.ts';
import { lookUp } from '#test/zone.ts';
import { longestChain, questionsOf, roundsOf } from './bench-chain.ts';
import { domainOf } from './bench-check.ts';
import { checkWithMailauth, ofZone } from './bench-mailauth.ts';
import { bare, type Part, row, sum } from './bench-table.ts';
import { benchDomains, benchZone, senderAddress } from './bench-zone.ts';

/** What DNS might have said instead: nothing, that there is nothing, and something of each kind. */
const otherwise = (type: RecordType): readonly Answer[] => {
  const found = (record: unknown, cname: readonly string[] = []) =>
    ({ kind: 'found', records: [record], cname, ttl: 300 }) as unknown as Answer;
  const texts = [
    `v=spf1 include:${sender.include} -all`,
    'v=spf1 a:vert.example -all',
    'v=DMARC1; p=reject; rua=mailto:post@vert.example',
    `v=DKIM1; k=ed25519; p=${'A'.repeat(43)}=`,
  ];
  return [
    { kind: 'failed', reason: 'timeout' },
    { kind: 'nxdomain', cname: [], negativeTtl: 60 },
    ...(type === 'TXT' ? [...texts.map((text) => found(text)), found('', [sender.dkimTarget])] : []),
    ...(type === 'MX' ? [found({ preference: 1, exchange: 'mx.vert.example' })] : []),
    ...(type === 'A' ? [found(senderAddress)] : []),
    ...(type === 'AAAA' ? [found('2001:db8::1')] : []),
  ];
};

const reportOf = async (domain: string, asked: string, answer: Answer | null): Promise<string> => {
  const resolver: Resolver = {
    resolve: <T extends RecordType>(name: string, type: T) =>
      Promise.resolve(
        answer !== null && `${type} ${name}` === asked ? (answer as Answer<T>) : lookUp(benchZone, name, type),
      ),
  };
  const { questions: _, ...report }: Report = await checkDomain(domainOf(domain), resolver, new Date(0));
  return JSON.stringify(report);
};

/** Questions of which no answer changes anything that the check says. */
const unneeded = async (domain: string, all: readonly string[]): Promise<readonly string[]> => {
  const report = await reportOf(domain, '', null);
  const needed = await Promise.all(
    all.map(async (asked) => {
      const [type] = asked.split(' ') as [RecordType];
      for (const answer of otherwise(type)) if ((await reportOf(domain, asked, answer)) !== report) return true;
      return false;
    }),
  );
  return all.filter((_, i) => !needed[i]);
};

/**
 * The sender's own key is asked for together with the domain's, so that a domain without it is not a round later. It is the
 * same for all domains: a shared cache asks for it once an hour.
 */
const ahead = `TXT ${sender.dkimTarget}`;

const measure = async (domain: string) => {
  const all = await questionsOf(domain, benchZone);
  const asked: string[] = [];
  const ask = ofZone(benchZone);
  await checkWithMailauth(domain, (name, type) => {
    asked.push(`${type} ${name}`);
    return ask(name, type);
  });
  return {
    domain,
    all,
    mailauth: asked.length,
    unneeded: (await unneeded(domain, all)).filter((asked) => asked !== ahead),
    rounds: await roundsOf(domain, benchZone),
    chain: longestChain(domain, all, benchZone),
  };
};

export const questions = async (): Promise<Part> => {
  const measured = [];
  for (const { name } of benchDomains) measured.push(await measure(name));
  const unneeded = measured.flatMap((each) => each.unneeded.map((asked) => `${each.domain}: ${asked}`));
  return {
    notes: [
      'Questions of a check. One is needed where some answer to it would change the report.',
      `Asked ahead, and needed where the domain has not the key: ${ahead}. Likewise the slips of a domain whose own record does not`,
      'list the sender: they are not needed where a record that it includes does, which no domain here has.',
      'Rounds: how often answers are waited for, beside the longest chain of questions of which each needs the answer before.',
      'mailauth asks for SPF and DMARC alone; ours for DKIM, MX and slips too, which are most of what is asked.',
      ...unneeded.map((each) => `not needed: ${each}`),
    ],
    rows: [
      ...measured.map(({ domain, all, mailauth }) => row(`${domain}, beside mailauth`, all.length, mailauth, null)),
      row('rounds beside the chain', ...sumsOf(measured), { most: 1 }),
      bare('not needed', unneeded.length, { most: 0 }),
      bare('asked twice', sum(measured.map(({ all }) => all.length - new Set(all).size)), { most: 0 }),
    ],
  };
};

const sumsOf = (measured: readonly { readonly rounds: number; readonly chain: number }[]): [number, number] => [
  sum(measured.map(({ rounds }) => rounds)),
  sum(measured.map(({ chain }) => chain)),
];
