import { isAtOrBelow } from '../domain.ts';
import { type Sender, senderPrograms } from '../sender.ts';
import type { HeaderField, Hop, SenderEvidence, SendingServer, Signature } from './reading.ts';

/** Did it send the mail? A program alone says little: others use the same. */
export const sentBySender = (evidence: readonly SenderEvidence[]): 'yes' | 'maybe' | 'unknown' => {
  if (evidence.some(({ kind }) => kind !== 'program')) return 'yes';
  return evidence.length > 0 ? 'maybe' : 'unknown';
};

/**
 * By what is it seen that this sender sent the mail? A signature with its selector or its own domain, one of its servers in the
 * way, the program that made it. None is proof: who forges a mail can write them all, but for a signature that passes.
 */
export const evidenceOf = (
  { selector, helo, dkimTarget }: Sender,
  fields: readonly HeaderField[],
  signatures: readonly Signature[],
  hops: readonly Hop[],
  server: SendingServer | null,
): readonly SenderEvidence[] => {
  const domain = dkimTarget.replace(/^.*\._domainkey\./, '');
  const isOwn = (name: string | null | undefined): name is string =>
    name != null && (isAtOrBelow(name, domain) || name.toLowerCase() === helo);
  const names = [
    ...hops.flatMap(({ from, reverseName, by }) => [from, reverseName, by]),
    server?.helo,
    server?.reverseName,
  ];
  return [
    ...signatures
      .filter((signature) => signature.selector === selector || isAtOrBelow(signature.domain, domain))
      .map(({ domain, selector }) => ({ kind: 'signature', domain, selector }) as const),
    ...[...new Set(names.filter(isOwn).map((name) => name.toLowerCase()))].map(
      (name) => ({ kind: 'server', name }) as const,
    ),
    ...fields
      .filter(({ name, value }) => /^(?:x-mailer|user-agent)$/i.test(name) && senderPrograms.test(value.slice(0, 200)))
      .slice(0, 1)
      .map(({ name, value }) => ({ kind: 'program', field: name, value }) as const),
  ];
};
