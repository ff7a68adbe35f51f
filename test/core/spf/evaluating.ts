import { expect } from 'vitest';
import { parseAddress } from '#core/networks.ts';
import type { RecordType, Resolver } from '#core/resolver.ts';
import { evaluate } from '#core/spf/evaluate.ts';
import type { Evaluation, EvaluationRequest } from '#core/spf/evaluation.ts';
import { lookUp, type Zone, zoneResolver } from '#test/zone.ts';

/** A request as a row writes it; what it leaves out is `post@example.com` from 192.0.2.1, by `mail.example.com`. */
export type Asked = Partial<Omit<EvaluationRequest, 'ip'>> & { readonly ip?: string };

/** A resolver that knows the answers to some questions before they are asked. */
const knowing = (zone: Zone, isKnown: (name: string, type: RecordType) => boolean): Resolver => ({
  known: (name, type) => (isKnown(name, type) ? lookUp(zone, name, type) : undefined),
  resolve: (name, type) => Promise.resolve(lookUp(zone, name, type)),
});

/**
 * check_host over a literal zone, with the questions that it asked. Where all is known before, or every other name, the
 * same must come of it.
 */
export const evaluated = async (
  zone: Zone,
  { ip = '192.0.2.1', domain = null, sender = 'post@example.com', helo = 'mail.example.com', ...rest }: Asked = {},
): Promise<Evaluation & { readonly log: readonly string[] }> => {
  const address = parseAddress(ip);
  if (address === undefined) throw new Error(`no address: ${ip}`);
  const request = { ip: address, domain, sender, helo, ...rest };
  const resolver = zoneResolver(zone);
  const evaluation = await evaluate(request, resolver);
  expect(
    await evaluate(
      request,
      knowing(zone, () => true),
    ),
  ).toEqual(evaluation);
  expect(
    await evaluate(
      request,
      knowing(zone, (name) => name.length % 2 === 0),
    ),
  ).toEqual(evaluation);
  return { ...evaluation, log: resolver.log };
};

/** `example.com` with this SPF record, and what else the zone holds. */
export const withRecord = (text: string, more: Zone = {}): Zone => ({
  ...more,
  'example.com': [{ TXT: text }, ...(more['example.com'] ?? [])],
});

/** So many of a thing, for the limits. */
export const times = <T>(count: number, make: (i: number) => T): readonly T[] =>
  Array.from({ length: count }, (_, i) => make(i));
