import { type Resolver, recordsOf } from '../../resolver.ts';
import { serviceOfMx } from '../../services.ts';
import { isSpfRecord, longestRecord } from '../record.ts';
import type { SurveyNode } from '../survey.ts';
import { isMeantAsSpf } from '../tree-rules.ts';
import { type Change, type Choices, change, endId, type Question } from './change.ts';
import { type Draft, draftOf, isAllPiece, newPiece, type Piece, replacePiece } from './draft.ts';
import { mend } from './mend.ts';
import { surveyAs } from './overlay.ts';

/** What a correction begins with: each record that stands at the name, mended; or a new one. */
export type Beginning =
  | { readonly kind: 'begun'; readonly drafts: readonly Draft[]; readonly changes: readonly Change[] }
  | { readonly kind: 'questions'; readonly questions: readonly Question[]; readonly changes: readonly Change[] }
  | { readonly kind: 'unanswered' };

/** A beginning that was meant as `v=spf1`: quotes or white space before it, none behind it, a slip in it. */
const version = /^[^a-z0-9]*(?:v\s*(?:[=:-]\s*)?spf-?1?(?![0-9.])|spf1(?=\s))\s*/i;

/** The texts at the name that are SPF records, then those that were meant as such, each beginning as it must. */
const meantTexts = ({ texts, others }: SurveyNode): readonly string[] => [
  ...texts,
  ...others.filter((text) => version.test(text)).map(withVersion),
];

const withVersion = (text: string): string => `v=spf1 ${text.replace(version, '')}`.trimEnd();

/** Are the texts that a correction would be made of, together, longer than one record may be? */
export const isTooMuch = ({ texts, others }: SurveyNode): boolean =>
  [...texts, ...others.filter(isMeantAsSpf)].reduce((sum, { length }) => sum + length, 0) > longestRecord;

/** What the correction of a name's record begins with. */
export const beginning = async (node: SurveyNode, choices: Choices, resolver: Resolver): Promise<Beginning> => {
  const unread = node.texts.length > 0 ? [] : unreadable(node, choices);
  if (unread.length > 0) return { kind: 'questions', questions: unread, changes: [] };
  // A version alone says no more than no record.
  const isEmpty = meantTexts(node).every((text) => draftOf(text).pieces.length === 0);
  return isEmpty ? begin(node.name, choices, resolver) : mendTexts(node, choices, resolver);
};

/** Texts that were meant as the record and cannot be read as one: they may name senders, so the owner is asked first. */
const unreadable = ({ others }: SurveyNode, { answers }: Choices): readonly Question[] =>
  others
    .filter((text) => isMeantAsSpf(text) && !version.test(text) && answers[text] !== '')
    .map((text) => ({ id: text, term: text, options: [''] }));

/** The records that receivers find, each as if it stood alone; where there is none, those that were meant. */
export const standingRecords = async (tree: SurveyNode, resolver: Resolver): Promise<readonly SurveyNode[]> => {
  if (tree.state.kind === 'record') return [tree];
  const texts = tree.texts.length > 0 ? tree.texts : meantTexts(tree);
  return Promise.all(texts.map((text) => surveyAs(tree.name, text, resolver)));
};

/** Reads every piece of every record as it was meant. */
const mendTexts = async (node: SurveyNode, choices: Choices, resolver: Resolver): Promise<Beginning> => {
  const drafts = meantTexts(node).map(draftOf);
  const mended = await Promise.all(drafts.map((draft) => mendDraft(draft, choices, resolver)));
  if (mended.some(({ isUnanswered }) => isUnanswered)) return { kind: 'unanswered' };
  const versions = node.others
    .filter((text) => version.test(text))
    .map((text) => change('VERSION_MENDED', [text], [withVersion(text)], choices));
  const changes = [...versions, ...mended.flatMap((each) => each.changes)];
  const all = mended.map(({ draft }) => draft);
  const ends = openEnds(all);
  const end = ends.find((text) => text === choices.answers[endId]);
  const questions = [
    ...mended.flatMap((each) => each.questions),
    ...(ends.length > 0 && end === undefined ? [{ id: endId, term: ends.join(' '), options: ends }] : []),
  ];
  if (questions.length > 0) return { kind: 'questions', questions, changes };
  const answered = end === undefined ? [] : [change('TERM_ANSWERED', ends, [end], choices)];
  return { kind: 'begun', drafts: all, changes: [...changes, ...answered] };
};

/** One of several records lets everybody pass and another does not: which was meant, nobody but the owner knows. */
const openEnds = (drafts: readonly Draft[]): readonly string[] => {
  const ends = [...new Set(drafts.flatMap(({ pieces }) => pieces.filter(isAllPiece).map(({ text }) => text)))];
  return drafts.length > 1 && ends.length > 1 && ends.some((end) => /^\+?all$/i.test(end)) ? ends : [];
};

interface Mended {
  readonly draft: Draft;
  readonly changes: readonly Change[];
  readonly questions: readonly Question[];
  readonly isUnanswered: boolean;
}

const mendDraft = async (draft: Draft, choices: Choices, resolver: Resolver): Promise<Mended> => {
  const pieces = await Promise.all(draft.pieces.map((piece) => mendPiece(piece, choices, resolver)));
  return {
    draft: { ...draft, pieces: pieces.flatMap((each) => each.pieces) },
    changes: pieces.flatMap((each) => each.changes),
    questions: pieces.flatMap((each) => each.questions),
    isUnanswered: pieces.some((each) => each.isUnanswered),
  };
};

const mendPiece = async (piece: Piece, choices: Choices, resolver: Resolver) => {
  const as = (pieces: readonly Piece[], changes: readonly Change[] = [], questions: readonly Question[] = []) => ({
    pieces,
    changes,
    questions,
    isUnanswered: false,
  });
  const mending = await mend(piece.text, resolver);
  switch (mending.kind) {
    case 'sound':
      return as([piece]);
    case 'unanswered':
      return { ...as([piece]), isUnanswered: true };
    case 'mended': {
      const { texts } = mending;
      const code = texts.length === 0 ? 'TERM_REMOVED' : 'TERM_MENDED';
      return as(replacePiece(piece, texts), [change(code, [piece.text], texts, choices, piece)]);
    }
    case 'question': {
      const answer = choices.answers[piece.text];
      if (answer === undefined || !mending.options.includes(answer))
        return as([piece], [], [{ id: piece.text, term: piece.text, options: mending.options }]);
      const texts = answer.split(' ').filter((text) => text !== '');
      return as(replacePiece(piece, texts), [change('TERM_ANSWERED', [piece.text], texts, choices, piece)]);
    }
  }
};

/**
 * A first record, by what the MX tells: the include of the service that takes the domain's mail, else `mx`. A service's
 * include is only used where DNS has an SPF record at it now.
 */
const begin = async (name: string, choices: Choices, resolver: Resolver): Promise<Beginning> => {
  const mx = await resolver.resolve(name, 'MX');
  if (mx.kind === 'failed') return { kind: 'unanswered' };
  const hosts = recordsOf(mx).filter(({ exchange }) => exchange !== '');
  const includes = [...new Set(hosts.flatMap(({ exchange }) => serviceOfMx(exchange)?.spf.slice(0, 1) ?? []))];
  const answers = await Promise.all(includes.map((include) => resolver.resolve(include, 'TXT')));
  if (answers.some(({ kind }) => kind === 'failed')) return { kind: 'unanswered' };
  const published = includes.filter((_, i) => answers[i] !== undefined && recordsOf(answers[i]).some(isSpfRecord));
  const terms =
    published.length > 0 ? published.map((include) => `include:${include}`) : hosts.length > 0 ? ['mx'] : [];
  return {
    kind: 'begun',
    drafts: [{ version: 'v=spf1', pieces: terms.map(newPiece), tail: '' }],
    changes: [change('RECORD_BEGUN', [], ['v=spf1', ...terms], choices)],
  };
};
