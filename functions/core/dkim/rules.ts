import { type Finding, finding } from '../findings.ts';
import type { RecordToPublish } from '../report.ts';
import { advisedBits, isUsable, type KeyRecord, leastBits } from './key.ts';
import type { LentKey } from './lent-key.ts';
import type { LentState } from './lent-state.ts';
import type { OwnKey, OwnKeys } from './own-keys.ts';

/** @param signs the domain's own mail service has keys: the other of the two ways that lead to signed mail. */
export const judgeLentKey = (lent: LentKey, signs: boolean): readonly Finding[] => {
  const { target, state, senderKey, open } = lent;
  const isSenderUnreadable = senderKey === undefined && !isRight(state);
  return [
    ...(state.kind === 'sender_unreadable' ? [] : [findingOf(state, lent, signs)]),
    ...(isSenderUnreadable ? [finding('DKIM_SENDER_UNREADABLE', { target })] : []),
    ...(open === null ? [] : [finding('DKIM_UNANSWERED', open)]),
  ];
};

const findingOf = (
  state: Exclude<LentState, { kind: 'sender_unreadable' }>,
  { name, target }: LentKey,
  signs: boolean,
): Finding => {
  switch (state.kind) {
    case 'right':
      return finding('DKIM_SENDER_RIGHT', { name, target });
    case 'missing':
      return finding(signs ? 'DKIM_SENDER_OTHER_WAY' : 'DKIM_SENDER_MISSING', { name, target });
    case 'wrong_target':
      return finding('DKIM_SENDER_WRONG_TARGET', { name, target, found: state.found, typo: state.typo });
    case 'target_doubled':
      return finding('DKIM_SENDER_TARGET_DOUBLED', { name, target, found: state.found });
    case 'owner_doubled':
      return finding('DKIM_SENDER_OWNER_DOUBLED', { name, target, found: state.found });
    case 'misplaced':
      return finding('DKIM_SENDER_MISPLACED', { name, target, found: state.found });
    case 'key_as_txt':
      return finding('DKIM_SENDER_KEY_AS_TXT', { name, target });
    case 'flattened':
      return finding('DKIM_SENDER_FLATTENED', { name, target, host: state.host });
    case 'other_key':
      return finding('DKIM_SENDER_OTHER_KEY', { name, target });
    case 'cname_as_txt':
      return finding('DKIM_SENDER_CNAME_AS_TXT', { name, target, text: state.text });
    case 'no_key':
      return finding('DKIM_SENDER_NO_KEY', { name, target, text: state.text });
    case 'wildcard':
      return finding(state.right ? 'DKIM_SENDER_WILDCARD_RIGHT' : 'DKIM_SENDER_WILDCARD', { name, target });
    case 'unanswered':
      return finding('DKIM_UNANSWERED', state.question);
  }
};

/** Does a receiver find the sender's key, by the CNAME that it should find it by? */
export const isRight = (state: LentState): boolean =>
  state.kind === 'right' || state.kind === 'flattened' || (state.kind === 'wildcard' && state.right);

/**
 * The CNAME to publish. None where the domain's state is not known for certain, and none while the target holds no key:
 * a suggestion is only made of what was seen to work.
 */
export const recordsFor = ({ name, target, state, replaces, senderKey, open }: LentKey): readonly RecordToPublish[] =>
  isRight(state) || state.kind === 'unanswered' || senderKey === undefined || open !== null
    ? []
    : [
        {
          purpose: 'dkim',
          action: replaces.length === 0 ? 'add' : 'replace',
          name,
          type: 'CNAME',
          value: target,
          replaces,
        },
      ];

/** Do receivers take the key? */
const isSigning = ({ state }: OwnKey): boolean => state.kind === 'key' && isUsable(state.record);

export const ownSigns = ({ keys }: OwnKeys): boolean => keys.some(isSigning);

export const judgeOwnKeys = (domain: string, own: OwnKeys): readonly Finding[] => [
  ...sumUp(domain, own),
  ...own.keys.flatMap(({ name, state }) => (state.kind === 'key' ? judgeKey(name, state.record) : [])),
];

/** A service that has a key at one selector keeps the others for the next one: a selector without says nothing then. */
const sumUp = (domain: string, { service, keys }: OwnKeys): readonly Finding[] => {
  const signing = keys.filter(isSigning).map(({ selector }) => selector);
  if (signing.length > 0) return [finding('DKIM_OWN_KEYS', { domain, service, selectors: signing })];
  const [question] = keys.flatMap(({ state }) => (state.kind === 'unanswered' ? [state.question] : []));
  if (question !== undefined) return [finding('DKIM_UNANSWERED', question)];
  if (keys.every(({ state }) => state.kind === 'absent'))
    return [finding('DKIM_OWN_KEYS_NOT_FOUND', { domain, selectors: keys.map(({ selector }) => selector) })];
  return keys.flatMap(({ name, state }) =>
    state.kind === 'without_key' ? [finding('DKIM_OWN_CNAME_WITHOUT_KEY', { name, found: state.found })] : [],
  );
};

const judgeKey = (name: string, { key, revoked, testing, problems }: KeyRecord): readonly Finding[] => {
  // RFC 6376 section 3.6.1, `p=`: an empty value is how a key is taken back, and no fault.
  if (revoked) return [finding('DKIM_KEY_REVOKED', { name })];
  return [
    ...problems.map(({ problem }) => finding('DKIM_KEY_INVALID', { name, problem })),
    ...(key?.algorithm === 'rsa' ? judgeLength(name, key.bits) : []),
    ...(testing ? [finding('DKIM_KEY_TESTING', { name })] : []),
  ];
};

/** RFC 8301 section 3.2 */
const judgeLength = (name: string, bits: number): readonly Finding[] => {
  if (bits < leastBits) return [finding('DKIM_KEY_TOO_SHORT', { name, bits, least: leastBits })];
  if (bits < advisedBits) return [finding('DKIM_KEY_SHORT', { name, bits, advised: advisedBits })];
  return [];
};
