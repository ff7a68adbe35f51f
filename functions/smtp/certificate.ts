import { checkServerIdentity, type PeerCertificate, type TLSSocket } from 'node:tls';
import type { Trust } from '#core/smtp/findings.ts';
import type { PortTest } from '#core/smtp/smtp-report.ts';
import { keptNames, keptText } from './limits.ts';

const day = 86_400_000;

/**
 * What the server's certificate says, and what it is worth: its names (RFC 9525), its dates and its chain, each for itself.
 *
 * @param host the name that the server was called by, or its address.
 * @returns null where the server showed none.
 */
export const certificateOf = (socket: TLSSocket, host: string, now: Date): PortTest['certificate'] => {
  const peer = socket.getPeerCertificate();
  const certificate = socket.getPeerX509Certificate();
  if (certificate === undefined) return null;
  const [from, until] = [new Date(certificate.validFrom), new Date(certificate.validTo)];
  const isSelfSigned = certificate.checkIssued(certificate);
  const isDated = from <= now && now <= until;
  return {
    names: namesOf(peer),
    matches: isFor(host, peer),
    validFrom: from.toISOString(),
    validUntil: until.toISOString(),
    daysLeft: Math.floor((until.getTime() - now.getTime()) / day),
    isEarly: now < from,
    trust: trustOf(socket, isSelfSigned, isDated),
    issuer: issuerOf(peer),
  };
};

/** What cannot be read as a name is for nobody: Node throws then. */
const isFor = (host: string, peer: PeerCertificate): boolean => {
  try {
    return checkServerIdentity(host, peer) === undefined;
  } catch {
    return false;
  }
};

const first = (value: string | readonly string[] | undefined): string | undefined =>
  typeof value === 'object' ? value[0] : value;

/** `DNS:a.example, IP Address:192.0.2.1`; the common name where there is no such list. */
const namesOf = ({ subjectaltname, subject }: PeerCertificate): readonly string[] => {
  const listed = (subjectaltname ?? '')
    .split(', ')
    .flatMap((name) => /^(?:DNS|IP Address):(.*)$/s.exec(name)?.[1] ?? []);
  const names = listed.length > 0 ? listed : [first(subject?.CN) ?? ''];
  return names
    .filter((name) => name !== '')
    .slice(0, keptNames)
    .map((name) => name.slice(0, keptText));
};

const issuerOf = ({ issuer }: PeerCertificate): string =>
  (first(issuer?.O) ?? first(issuer?.CN) ?? '').slice(0, keptText);

/** OpenSSL's verdict, which Node hands on as its name: https://docs.openssl.org/master/man3/X509_STORE_CTX_get_error/ */
const trustOf = ({ authorizationError }: TLSSocket, isSelfSigned: boolean, isDated: boolean): Trust => {
  // In truth a text, whatever its type says.
  const verdict: string | null =
    authorizationError === undefined || authorizationError === null ? null : String(authorizationError);
  if (verdict === null) return 'trusted';
  if (isSelfSigned) return 'self_signed';
  switch (verdict) {
    case 'CERT_HAS_EXPIRED':
    case 'CERT_NOT_YET_VALID':
      // Its own dates are told apart; else they are those of a certificate above it.
      return isDated ? 'expired_issuer' : 'trusted';
    case 'UNABLE_TO_VERIFY_LEAF_SIGNATURE':
      return 'incomplete_chain';
    case 'SELF_SIGNED_CERT_IN_CHAIN':
    case 'UNABLE_TO_GET_ISSUER_CERT':
    case 'UNABLE_TO_GET_ISSUER_CERT_LOCALLY':
      return 'unknown_issuer';
    default:
      return 'other';
  }
};
