import { dkimName, sender } from '#core/sender.ts';
import type { ExampleRecord, HelpFacts, HelpFactsOf, Source } from './help.ts';

/** Where the rule of each DKIM finding stands, and records of `shop.no` that break it. */

const shop = 'shop.no';
const name = dkimName(sender.selector, shop);
const target = sender.dkimTarget;

const from =
  (rfc: number) =>
  (...sections: readonly string[]): readonly Source[] =>
    sections.map((section) => ({ rfc, section }));
/** Names without a final dot have the zone appended to them (section 5.1 of RFC 1035). */
const rfc1035 = from(1035);
/** A CNAME stands alone at its name (section 3.6.2 of RFC 1034). */
const rfc1034 = from(1034);
const rfc4592 = from(4592);
const rfc6376 = from(6376);
const rfc8301 = from(8301);

const txt = (at: string, value: string): ExampleRecord => ({ name: at, type: 'TXT', value });
const cname = (at: string, value: string): ExampleRecord => ({ name: at, type: 'CNAME', value });

type Example = HelpFacts['example'];

/** What stands at the sender's selector, or where it went, and the CNAME that belongs there. */
const lent = (...wrong: readonly ExampleRecord[]): Example => ({ wrong, right: [cname(name, target)] });

/** One key of the domain's own mail service, as it stands and as it should. */
const own = (selector: string, wrong: string, right: string): Example => ({
  wrong: [txt(dkimName(selector, shop), wrong)],
  right: [txt(dkimName(selector, shop), right)],
});

/** Public keys that nobody signs with. The first is that of RFC 8463 appendix A.2. */
const senderKey = '11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=';
const otherKey = 'NFVFCOAFxSA5HoB5npm2V8Uif+UAFVkIRgpOcIfEzjQ=';
const rsa512 =
  'MFwwDQYJKoZIhvcNAQEBBQADSwAwSAJBALhgMfI43A5nfkCXBnVRnc0DyU4jjCpDQWYN8UGRNLnyI3+FY5IGYL/iUkO36wPz5xB4CcmOZBuUS0iizjJrWxECAwEAAQ==';
const rsa1024 =
  'MIGfMA0GCSqGSIb3DQEBAQUAA4GNADCBiQKBgQCaPbCpS5TXCNmpuzsRJrqInf+B767l84Pr/4SChTWtY4LK9np0NoScxno+TMmFhYdT5ASXA7WdhsbYwdOnjU+vW0lD8D0Et6PFZ9unW9NAWjOb0KlM+VtyfvP6RHGwAKuq8tQl57sefIyg7OoBsG7+inoVYE6Fym1gECDbsiS5ewIDAQAB';
const rsa2048 =
  'MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEA19B6ephBXsinvz6SLinRQ9TUVuh39kjCMfkPMkByyL0LY9pIyKZKVE4LDx9IfzR2tbt2eQPph62ptLyKApPiZhhp7BfXvApD+y9fCdQgHudO37yK6StETqAdGKHlfrXz6NERYVijn9+6+sSSLimKiG3Wxwy4+4mxM1IySKQrXBmi7cBQyZpXgYD6pSEX6vx82Vm8IPTKOXyDvaGRW1hiqhLNDSci/qjdTdOAmSKkPsmiHov1uNZ+vq2i09UBfJB8V1ySa9EgxkecY/7MHYeg8DaXPfwW0YBNFZCvIRY6LGItIL245NzolWgLTf48QxccbnUxMM9lRHrjwplwpnjJ8wIDAQAB';
const ed25519 = (key: string): string => `v=DKIM1; k=ed25519; p=${key}`;
const rsa = (key: string): string => `v=DKIM1; k=rsa; p=${key}`;

export const dkimHelpFacts: HelpFactsOf<'DKIM'> = {
  DKIM_SENDER_RIGHT: { sources: rfc6376('3.6.2.1'), example: null },
  DKIM_SENDER_MISSING: { sources: rfc6376('3.6.2.1', '6.1.2'), example: lent() },
  DKIM_SENDER_OTHER_WAY: { sources: rfc6376('3.1'), example: null },
  DKIM_SENDER_WRONG_TARGET: {
    sources: [...rfc1034('3.6.2'), ...rfc6376('6.1.2')],
    example: lent(cname(name, target.replace('._', '.'))),
  },
  DKIM_SENDER_OWNER_DOUBLED: {
    sources: [...rfc1035('5.1'), ...rfc6376('3.6.2.1')],
    example: lent(cname(`${name}.${shop}`, target)),
  },
  DKIM_SENDER_MISPLACED: {
    sources: rfc6376('3.6.2.1'),
    example: lent(cname(name.replace('._', '.'), target)),
  },
  DKIM_SENDER_TARGET_DOUBLED: {
    sources: [...rfc1035('5.1'), ...rfc6376('6.1.2')],
    example: lent(cname(name, `${target}.${shop}`)),
  },
  DKIM_SENDER_KEY_AS_TXT: {
    sources: rfc1034('3.6.2'),
    example: lent(txt(name, ed25519(senderKey))),
  },
  DKIM_SENDER_OTHER_KEY: {
    sources: rfc6376('6.1.3'),
    example: lent(txt(name, ed25519(otherKey))),
  },
  DKIM_SENDER_CNAME_AS_TXT: {
    sources: [...rfc1034('3.6.2'), ...rfc6376('3.6.2.2')],
    example: lent(txt(name, target)),
  },
  DKIM_SENDER_NO_KEY: {
    sources: rfc6376('3.6.1', '3.6.2.2'),
    example: lent(txt(name, `v=spf1 include:${sender.include} ~all`)),
  },
  DKIM_SENDER_FLATTENED: { sources: rfc6376('3.6.2.2'), example: null },
  DKIM_SENDER_WILDCARD: {
    sources: rfc4592('3.3.1'),
    example: {
      wrong: [txt(`*.${shop}`, 'v=spf1 -all')],
      right: [txt(`*.${shop}`, 'v=spf1 -all'), cname(name, target)],
    },
  },
  DKIM_SENDER_WILDCARD_RIGHT: { sources: rfc4592('3.3.1'), example: null },
  DKIM_SENDER_UNREADABLE: { sources: rfc6376('6.1.2'), example: null },
  DKIM_UNANSWERED: { sources: rfc6376('6.1.2'), example: null },

  DKIM_OWN_KEYS: { sources: rfc6376('3.1', '3.6.2.1'), example: null },
  DKIM_OWN_KEYS_NOT_FOUND: { sources: rfc6376('3.1'), example: null },
  DKIM_OWN_CNAME_WITHOUT_KEY: { sources: rfc6376('6.1.2'), example: null },
  DKIM_KEY_REVOKED: { sources: rfc6376('3.6.1'), example: null },
  DKIM_KEY_INVALID: {
    sources: [...rfc6376('3.6.1', '6.1.2'), ...from(8463)('4.2')],
    example: own('ed1', ed25519(otherKey.slice(0, 34)), ed25519(otherKey)),
  },
  DKIM_KEY_TOO_SHORT: { sources: rfc8301('3.2'), example: own('google', rsa(rsa512), rsa(rsa2048)) },
  DKIM_KEY_SHORT: { sources: rfc8301('3.2'), example: own('google', rsa(rsa1024), rsa(rsa2048)) },
  DKIM_KEY_TESTING: {
    sources: rfc6376('3.6.1'),
    example: own('ed1', `v=DKIM1; t=y; k=ed25519; p=${otherKey}`, ed25519(otherKey)),
  },
};
