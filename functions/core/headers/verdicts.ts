import { type AuthenticationResult, parseAuthenticationResults } from './authentication-results.ts';
import type { HeaderField, Method, MethodResult, OtherResults, Verdict, VerdictSource } from './reading.ts';
import { methods } from './reading.ts';
import { parseReceivedSpf, type ReceivedSpf } from './received-spf.ts';
import { type Receiver, type Standing, siteOf } from './receiver.ts';

/** The receiver's own words, and those of others. */
export interface Judged {
  readonly spf: Verdict | null;
  readonly dkim: readonly Verdict[];
  readonly dmarc: Verdict | null;
  /** Microsoft's `compauth`, where the receiver wrote it. */
  readonly compauth: (AuthenticationResult & { readonly start: number; readonly end: number }) | null;
  readonly others: readonly OtherResults[];
  /** What the receiver's SPF was about: MAIL FROM, an address or a domain. */
  readonly mailFrom: { readonly text: string; readonly source: VerdictSource['field'] } | null;
  /** The receiver's `Received-SPF`. */
  readonly receivedSpf: ReceivedSpf | null;
}

/** Words that are others than those of RFC 8601 section 2.7. RFC 5451 had `hardfail`, RFC 4408 `unknown` and `error`. */
const otherWords: Readonly<Record<string, MethodResult>> = {
  hardfail: 'fail',
  unknown: 'permerror',
  error: 'temperror',
  // No DMARC record, and the mail would have passed: https://learn.microsoft.com/defender-office-365/message-headers-eop-mdo
  bestguesspass: 'none',
};
const knownResults = ['pass', 'softfail', 'fail', 'neutral', 'none', 'temperror', 'permerror', 'policy'] as const;

export const resultOf = (written: string): MethodResult => {
  const word = written.toLowerCase();
  return (
    knownResults.find((known) => known === word) ??
    (Object.hasOwn(otherWords, word) ? otherWords[word] : undefined) ??
    'other'
  );
};

/** `post@Shop.example` and `shop.example` → `shop.example`; null where nothing is left. */
export const domainOf = (text: string | undefined): string | null =>
  text
    ?.slice(text.lastIndexOf('@') + 1)
    .replace(/[<>]/g, '')
    .trim()
    .toLowerCase() || null;

const judgedDomain = ({ method, properties }: AuthenticationResult): string | null => {
  switch (method as Method) {
    case 'spf':
      return domainOf(mailFromOf(properties) || properties['smtp.helo']);
    case 'dkim':
      return domainOf(properties['header.d'] ?? properties['header.i']);
    case 'dmarc':
      return domainOf(properties['header.from']);
  }
};

/** The older names were written before RFC 7601. */
const mailFromOf = (properties: Readonly<Record<string, string>>): string | undefined =>
  properties['smtp.mailfrom'] ?? properties['smtp.mail'] ?? properties['smtp.envelope-from'];

/** OpenDMARC and Gmail write the policy in a comment: `(p=NONE sp=NONE dis=NONE)`. */
const policyOf = ({ properties, comments }: AuthenticationResult): string | null =>
  properties.action ??
  properties['policy.dmarc'] ??
  comments.map((comment) => /(?:^|[\s,;])p=([a-z]{1,20})/i.exec(comment.slice(0, 200))?.[1]).find((policy) => policy) ??
  null;

const verdictOf = (result: AuthenticationResult, method: Method, source: VerdictSource): Verdict => ({
  method,
  result: resultOf(result.result),
  written: result.result,
  domain: judgedDomain(result),
  selector: method === 'dkim' ? (result.properties['header.s']?.toLowerCase() ?? null) : null,
  action: method === 'dmarc' ? (policyOf(result)?.toLowerCase() ?? null) : null,
  explanation: result.reason ?? result.comments[0] ?? null,
  source,
});

/** What a field says of SPF, DKIM and DMARC, and who wrote it. */
interface Statement extends Pick<OtherResults, 'field' | 'server' | 'start' | 'end'> {
  readonly standing: Standing;
  /** Above the step in which the receiver took the mail over. */
  readonly above: boolean;
  readonly told: readonly Told[];
  readonly compauth: AuthenticationResult | undefined;
  readonly receivedSpf: ReceivedSpf | null;
}
interface Told {
  readonly method: Method;
  readonly result: AuthenticationResult;
}

const toldOf = (results: readonly AuthenticationResult[]): readonly Told[] =>
  results.flatMap((result) => {
    const method = methods.find((one) => one === result.method);
    return method === undefined ? [] : [{ method, result }];
  });

/** RFC 7208 section 9.2: the same facts as in `Authentication-Results`. */
const asResult = ({ result, comment, envelopeFrom, helo }: ReceivedSpf): AuthenticationResult => ({
  method: 'spf',
  result,
  reason: null,
  comments: comment === null ? [] : [comment],
  properties: {
    ...(envelopeFrom === undefined ? {} : { 'smtp.mailfrom': envelopeFrom }),
    ...(helo === undefined ? {} : { 'smtp.helo': helo }),
  },
});

const statementOf = (header: HeaderField, place: number, receiver: Receiver): Statement | null => {
  const { value, start, end } = header;
  const name = header.name.toLowerCase();
  const above = place < receiver.entryPlace;
  if (name === 'received-spf') {
    const receivedSpf = parseReceivedSpf(value);
    const server = receivedSpf.receiver?.toLowerCase() ?? null;
    const told = receivedSpf.result === '' ? [] : toldOf([asResult(receivedSpf)]);
    const standing = receiver.standingOf(place, server);
    return { field: 'received_spf', server, standing, above, told, compauth: undefined, receivedSpf, start, end };
  }
  if (name !== 'authentication-results' && name !== 'arc-authentication-results') return null;
  const { server, results } = parseAuthenticationResults(value);
  const field = name === 'authentication-results' ? 'authentication_results' : 'arc_authentication_results';
  const compauth = results.find(({ method }) => method === 'compauth');
  const standing = receiver.standingOf(place, server);
  return { field, server, standing, above, told: toldOf(results), compauth, receivedSpf: null, start, end };
};

/** The same name, or names below one domain. */
const isSame = (one: string | null, other: string | null): boolean =>
  one === null || other === null ? one === other : siteOf(one) === siteOf(other);

/** Why a statement is not the receiver's verdict; undefined where it is one. */
const whyNot = (
  { field, standing, server, above }: Statement,
  top: Statement | undefined,
): OtherResults['why'] | undefined => {
  if (field === 'arc_authentication_results') return 'arc';
  if (standing === 'older') return 'older';
  // The receiver writes in one place. What stands below the entry, when it has written above, came with the mail.
  if (top?.above === true && !above) return 'older';
  if (field === 'authentication_results' && top !== undefined && !isSame(top.server, server)) return 'other_server';
  return undefined;
};

const otherOf = ({ field, server, start, end }: Statement, why: OtherResults['why'], told: readonly Told[]) => {
  const results = told.map(({ method, result }) => ({
    method,
    result: resultOf(result.result),
    domain: judgedDomain(result),
  }));
  return results.length === 0 ? [] : [{ field, server, why, results, start, end }];
};

/**
 * The receiver's verdicts: of the fields that it wrote (see receiver.ts), those that bear the same name as the topmost which
 * says anything of SPF, DKIM or DMARC, and there what is said first of each method. Gmail, rspamd and OpenDMARC write several;
 * iCloud's have different names below one domain. Where none tells of SPF, the topmost `Received-SPF` does (RFC 7208 section 9.1).
 */
export const judge = (fields: readonly HeaderField[], receiver: Receiver): Judged => {
  const statements = fields.flatMap((field, place) => statementOf(field, place, receiver) ?? []);
  const top = statements.find(
    ({ field, standing, told }) => field === 'authentication_results' && standing !== 'older' && told.length > 0,
  );
  const trusted = statements.filter((statement) => whyNot(statement, top) === undefined);
  // `Received-SPF` is asked last.
  const heard = [
    ...trusted.filter(({ field }) => field === 'authentication_results'),
    ...trusted.filter(({ field }) => field === 'received_spf'),
  ];
  const verdicts: Record<Method, Verdict[]> = { spf: [], dkim: [], dmarc: [] };
  const repeated = new Map<Statement, readonly Told[]>();
  for (const statement of heard) {
    const { field, server, standing, told, start, end } = statement;
    if (field === 'arc_authentication_results' || standing === 'older') continue;
    const before = methods.filter((method) => verdicts[method].length > 0);
    for (const { method, result } of told)
      if (!before.includes(method))
        verdicts[method].push(verdictOf(result, method, { field, server, certainty: standing, start, end }));
    repeated.set(
      statement,
      // Who says the same once more tells nothing.
      told.filter(
        ({ method, result }) =>
          before.includes(method) && !verdicts[method].some((verdict) => verdict.result === resultOf(result.result)),
      ),
    );
  }
  const composite = heard.find(({ compauth }) => compauth !== undefined);
  return {
    spf: verdicts.spf[0] ?? null,
    dkim: verdicts.dkim,
    dmarc: verdicts.dmarc[0] ?? null,
    compauth:
      composite?.compauth === undefined ? null : { ...composite.compauth, start: composite.start, end: composite.end },
    others: statements.flatMap((statement) =>
      otherOf(statement, whyNot(statement, top) ?? 'repeated', repeated.get(statement) ?? statement.told),
    ),
    mailFrom: mailFromIn(heard),
    receivedSpf: heard.find(({ receivedSpf }) => receivedSpf !== null)?.receivedSpf ?? null,
  };
};

const mailFromIn = (heard: readonly Statement[]): Judged['mailFrom'] => {
  for (const { field, told } of heard)
    for (const { method, result } of told) {
      const text = mailFromOf(result.properties);
      if (method === 'spf' && text && field !== 'arc_authentication_results') return { text, source: field };
    }
  return null;
};
