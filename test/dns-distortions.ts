import type { Question, Answer as Wire } from 'dns-packet';
import type { Failed } from '#core/resolver.ts';
import type { Said } from '#test/dns-sections.ts';

/** What faults make of what a server says: still DNS by its form. */

const ttl = 300;

/** The SOA record of an absence. */
export const start = ({ name }: Question): Wire => ({
  name,
  type: 'SOA',
  ttl,
  data: { mname: 'ns1.example', rname: 'hostmaster.example', serial: 1, refresh: 1, retry: 1, expire: 1, minimum: ttl },
});

/** Names that lead somewhere else. */
export const aliases = (count: number): readonly string[] =>
  Array.from({ length: count }, (_, i) => `link${i}.chain.example`);

/** The records of the name asked for stand at the last of these instead. An answer about the alias itself has none. */
export const behindAliases = (
  said: Said | Failed,
  { name, type }: Question,
  names: readonly string[],
): Said | Failed => {
  if (said.kind === 'failed' || type === 'CNAME') return said;
  const links = names.map((target, i): Wire => ({ name: names[i - 1] ?? name, type: 'CNAME', ttl, data: target }));
  const moved = (records: readonly Wire[] = []): Wire[] =>
    records.map((record): Wire => (record.name === name ? { ...record, name: names.at(-1) ?? name } : record));
  const { answers, authorities } = said.sections;
  return {
    ...said,
    sections: { ...said.sections, answers: [...links, ...moved(answers)], authorities: moved(authorities) },
  };
};

/** @param seconds of every record. */
export const withTtl = (said: Said | Failed, seconds: number): Said | Failed => {
  if (said.kind === 'failed') return said;
  const { answers = [], authorities = [] } = said.sections;
  const timed = (record: Wire): Wire => ({ ...record, ttl: seconds }) as Wire;
  return { ...said, sections: { ...said.sections, answers: answers.map(timed), authorities: authorities.map(timed) } };
};

/** Octets of a record before its data: the root's name, type, class, TTL and length. */
const recordHeader = 11;

/** A record that fills so many octets. */
export const filling = (octets: number): Wire => ({
  name: '.',
  type: 'NULL',
  ttl,
  data: Buffer.alloc(octets - recordHeader, 0xff),
});
