import type { Domain } from '../domain.ts';
import { type Answer, type Resolver, recordsOf } from '../resolver.ts';
import { type Seen, seenIn } from '../seen.ts';
import { dkimName, type Sender } from '../sender.ts';
import { originOf, type Question, type Unanswered, unanswered } from '../wildcard.ts';
import { relate } from './cname.ts';
import { type Expected, isMeant, judge, type LentState, standing, usableKey } from './lent-state.ts';
import { findZoneHost } from './zone-host.ts';

/** The sender's key as the domain shows it. */
export interface LentKey extends Expected {
  readonly state: LentState;
  /** The names that the answer at `name` went through. */
  readonly cname: readonly string[];
  /** The records that have to go for a right one, as `RecordToPublish.replaces` wants them. */
  readonly replaces: readonly string[];
  /** A question without an answer that leaves open whether the domain's own record or a wildcard was seen. */
  readonly open: Question | null;
}

type Observed = Omit<LentKey, keyof Expected>;

interface Inquiry extends Expected {
  readonly selector: string;
  readonly resolver: Resolver;
}

/** Asks what stands at the sender's selector below the domain, and where it may have gone instead. */
export const observeLentKey = async (domain: Domain, resolver: Resolver, sender: Sender): Promise<LentKey> => {
  const name = dkimName(sender.selector, domain.ascii);
  const target = sender.dkimTarget;
  const [answer, senderAnswer] = await Promise.all([resolver.resolve(name, 'TXT'), resolver.resolve(target, 'TXT')]);
  // The target's own question may fail where the customer's CNAME just led to the key.
  const through = seenIn(answer).cname.includes(target) ? recordsOf(answer) : [];
  const senderKey = usableKey([...recordsOf(senderAnswer), ...through]);
  const expected: Expected = { domain: domain.ascii, name, target, senderKey };
  return { ...expected, ...(await observe(answer, { ...expected, selector: sender.selector, resolver })) };
};

const observe = async (answer: Answer<'TXT'>, inquiry: Inquiry): Promise<Observed> => {
  if (inquiry.name === inquiry.target) {
    // The sender's own domain: the key itself, and no CNAME.
    return observed({ kind: inquiry.senderKey === undefined ? 'sender_unreadable' : 'right' }, seenIn(answer).cname);
  }
  const seen = answer.kind === 'failed' ? await seePastFailure(answer.reason, inquiry) : seenIn(answer);
  if ('question' in seen) return observed(seen);
  const state = judge(seen, inquiry);
  if (state.kind === 'sender_unreadable') return observed(state, seen.cname);
  if (state.kind === 'missing') return (await seekMisplaced(inquiry)) ?? observed(state);
  // A CNAME that is answered by what it points to shows as one text, and as no CNAME.
  const mayBeFlattened = state.kind === 'key_as_txt' && seen.cname.length === 0 && seen.texts.length === 1;
  const [origin, host] = await Promise.all([
    originOf(inquiry.name, seen, inquiry.resolver),
    mayBeFlattened ? findZoneHost(inquiry.domain, inquiry.resolver) : undefined,
  ]);
  if (origin.kind === 'wildcard') {
    const covered = observed({ kind: 'wildcard', right: state.kind === 'right' }, seen.cname);
    return state.kind === 'right' ? covered : ((await seekMisplaced(inquiry)) ?? covered);
  }
  if (host?.kind === 'unanswered') return observed(host);
  if (host?.kind === 'flattens') return observed({ kind: 'flattened', host: host.name });
  // A right CNAME works, whether it is the domain's own or a wildcard's.
  const open = origin.kind === 'unanswered' && state.kind !== 'right' ? origin.question : null;
  return observed(state, seen.cname, standing(seen), open);
};

const observed = (
  state: LentState,
  cname: readonly string[] = [],
  replaces: readonly string[] = [],
  open: Question | null = null,
): Observed => ({ state, cname, replaces, open });

/** A CNAME to a dead server makes every question fail but the one for the CNAME itself. */
const seePastFailure = async (
  reason: Question['reason'],
  { domain, name, target, resolver }: Inquiry,
): Promise<Seen | Unanswered> => {
  const [found] = recordsOf(await resolver.resolve(name, 'CNAME'));
  // Another name may lead on to the target; a slip of the target does not, nor does the name itself.
  const isKnown = found !== undefined && (found === name || relate(found, target, domain) !== 'other');
  return isKnown ? { cname: [found], texts: [] } : unanswered(name, 'TXT', reason);
};

/** Where the record is found in practice, when it is not at its name. */
const slips = ({ domain, name, selector }: Inquiry) =>
  [
    { kind: 'owner_doubled', found: `${name}.${domain}` },
    { kind: 'misplaced', found: `${selector}.domainkey.${domain}` },
    { kind: 'misplaced', found: `${selector}_domainkey.${domain}` },
    { kind: 'misplaced', found: dkimName(selector, `www.${domain}`) },
  ] as const;

/** A failure here is no find and nothing more: that the name itself has no record of its own is known already. */
const seekMisplaced = async (inquiry: Inquiry): Promise<Observed | undefined> => {
  const tried = await Promise.all(
    slips(inquiry).map(async (slip): Promise<Observed | undefined> => {
      const seen = seenIn(await inquiry.resolver.resolve(slip.found, 'TXT'));
      if (!isMeant(seen, inquiry)) return undefined;
      const origin = await originOf(slip.found, seen, inquiry.resolver);
      const replaces = standing(seen).map((record) => `${slip.found} ${record}`);
      return origin.kind === 'own' ? observed(slip, [], replaces) : undefined;
    }),
  );
  return tried.find((found) => found !== undefined);
};
