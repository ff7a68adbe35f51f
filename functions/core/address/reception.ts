import * as z from 'zod/mini';

/** What `GET /api/address` answers: can mail be sent to the domain? The address itself is never asked about. */

const list = <T extends z.core.SomeType>(item: T) => z.readonly(z.array(item));
const hosts = list(z.string());

export const receptionSchema = z.discriminatedUnion('kind', [
  /** By its MX hosts, the preferred first; `service` is the name of a known one. */
  z.object({ kind: z.literal('receives'), hosts, service: z.nullable(z.string()) }),
  /** It has no MX record, and takes mail where its address is, if anything does (RFC 5321 section 5.1: the implicit MX). */
  z.object({ kind: z.literal('address_only') }),
  /** The null MX: it says itself that it takes no mail (RFC 7505). */
  z.object({ kind: z.literal('refuses') }),
  /** The name does not exist. */
  z.object({ kind: z.literal('no_domain') }),
  /** The name exists, with neither MX record nor address. */
  z.object({ kind: z.literal('no_mail_server') }),
  /** None of its MX hosts has an address. */
  z.object({ kind: z.literal('servers_not_found'), hosts }),
  /** DNS did not answer: nothing is known. */
  z.object({ kind: z.literal('unknown'), reason: z.enum(['timeout', 'servfail', 'refused', 'malformed']) }),
]);
export type Reception = z.infer<typeof receptionSchema>;

export const receptionAnswer = z.object({
  domain: z.object({ ascii: z.string(), unicode: z.string() }),
  reception: receptionSchema,
});
export type ReceptionAnswer = z.infer<typeof receptionAnswer>;
