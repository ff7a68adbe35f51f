import type { Absent, Failed, Found, RecordData, RecordType } from '../resolver.ts';

/** What one name server says of its own zone. Nothing is followed for it, and nothing is kept: every `cname` is empty. */
export type DirectAnswer<T extends RecordType = RecordType> =
  | Found<RecordData[T]>
  | Absent
  /** The name is an alias. What it points to is another question, perhaps to other servers, whether or not it was told along. */
  | { readonly kind: 'alias'; readonly target: string; readonly ttl: number }
  /** It does not serve the zone: it refuses, refers to others, or answers without authority (RFC 1912 section 2.8). */
  | { readonly kind: 'lame' }
  /** The address is not asked: it is private, loopback, or special in another way (RFC 6890), or no address at all. */
  | { readonly kind: 'not_public' }
  | Failed;

export interface Authorities {
  /**
   * Asks one server directly, without recursion.
   *
   * @param address of the server, IPv4 or IPv6.
   * @param name an ASCII name without a final dot; what is no DNS name is answered `nxdomain`, without asking.
   * @returns what it says. Never rejects: trouble on the way is `failed`.
   */
  ask<T extends RecordType>(address: string, name: string, type: T): Promise<DirectAnswer<T>>;
}
