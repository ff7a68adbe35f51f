import type { Context } from 'hono';
import { parseAddress } from '#core/networks.ts';
import { keyOf, type Secret } from './secret.ts';

/** Tells the address that a request came from; null where it is not known. */
export type ClientOf = (c: Context) => string | null;

/**
 * What stands for a client where its uses are counted, so that no address can be read where the counts lie. An IPv6 client has a
 * network of 2^64 addresses (RFC 4291 section 2.5.4), and is one client for all of it.
 *
 * @param address IPv4 or IPv6; those that are not known count as one.
 */
export const clientKey = (secret: Secret, address: string | null): Promise<string> => {
  const parsed = parseAddress(address ?? '');
  const network = parsed && `${parsed.family} ${parsed.family === 4 ? parsed.value : parsed.value >> 64n}`;
  return keyOf(secret, 'client', network ?? 'unknown');
};

/**
 * The address that the content network says a request came from, with the port behind it:
 * https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/adding-cloudfront-headers.html
 */
export const viewerAddress: ClientOf = (c) =>
  c.req
    .header('cloudfront-viewer-address')
    ?.replace(/:\d+$/, '')
    .replace(/^\[|\]$/g, '') ?? null;
