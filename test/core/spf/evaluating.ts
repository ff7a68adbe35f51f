import { parseAddress } from '#core/networks.ts';
import { evaluate } from '#core/spf/evaluate.ts';
import type { Evaluation, EvaluationRequest } from '#core/spf/evaluation.ts';
import { type Zone, zoneResolver } from '#test/zone.ts';

/** A request as a row writes it; what it leaves out is `post@example.com` from 192.0.2.1, by `mail.example.com`. */
export type Asked = Partial<Omit<EvaluationRequest, 'ip'>> & { readonly ip?: string };

/** check_host over a literal zone, with the questions that it asked. */
export const evaluated = async (
  zone: Zone,
  { ip = '192.0.2.1', domain = null, sender = 'post@example.com', helo = 'mail.example.com', ...rest }: Asked = {},
): Promise<Evaluation & { readonly log: readonly string[] }> => {
  const address = parseAddress(ip);
  if (address === undefined) throw new Error(`no address: ${ip}`);
  const resolver = zoneResolver(zone);
  return { ...(await evaluate({ ip: address, domain, sender, helo, ...rest }, resolver)), log: resolver.log };
};

/** `example.com` with this SPF record, and what else the zone holds. */
export const withRecord = (text: string, more: Zone = {}): Zone => ({
  ...more,
  'example.com': [{ TXT: text }, ...(more['example.com'] ?? [])],
});

/** So many of a thing, for the limits. */
export const times = <T>(count: number, make: (i: number) => T): readonly T[] =>
  Array.from({ length: count }, (_, i) => make(i));
