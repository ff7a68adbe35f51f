import { type Resolver, recordsOf } from '../../resolver.ts';
import { serviceOfMx } from '../../services.ts';
import { isSpfRecord } from '../record.ts';
import type { SurveyNode } from '../survey.ts';
import { type Change, type Choices, change, type Question } from './change.ts';
import { type Draft, draftOf, newPiece, type Piece, replacePiece } from './draft.ts';
import { mend } from './mend.ts';

/** What a correction begins with: each record that stands at the name, mended; or a new one. */
export type Beginning =
  | { readonly kind: 'begun'; readonly drafts: readonly Draft[]; readonly changes: readonly Change[] }
  | { readonly kind: 'questions'; readonly questions: readonly Question[]; readonly changes: readonly Change[] }
  | { readonly kind: 'unanswered' };

/** A beginning that was meant as `v=spf1`: quotes or white space before it, none behind it, a slip in the sign. */
const version = /^[^a-z0-9]*v\s*[=:]?\s*spf1(?![0-9.])\s*/i;

/** The texts at the name that are SPF records or were meant as such, each beginning as it must. */
export const meantTexts = ({ texts, others }: SurveyNode): readonly string[] => [
  ...texts,
  ...others.filter((text) => version.test(text)).map(withVersion),
];

const withVersion = (text: string): string => `v=spf1 ${text.replace(version, '')}`.trimEnd();

/** Reads every piece of every record as it was meant. */
export const mendTexts = async (node: SurveyNode, choices: Choices, resolver: Resolver): Promise<Beginning> => {
  const drafts = meantTexts(node).map(draftOf);
  const mended = await Promise.all(drafts.map((draft) => mendDraft(draft, choices, resolver)));
  if (mended.some(({ isUnanswered }) => isUnanswered)) return { kind: 'unanswered' };
  const versions = node.others
    .filter((text) => version.test(text))
    .map((text) => change('VERSION_MENDED', [text], [withVersion(text)], choices));
  const changes = [...versions, ...mended.flatMap((each) => each.changes)];
  const questions = mended.flatMap((each) => each.questions);
  if (questions.length > 0) return { kind: 'questions', questions, changes };
  return { kind: 'begun', drafts: mended.map(({ draft }) => draft), changes };
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
      return as(replacePiece(piece, texts), [change(code, [piece.text], texts, choices)]);
    }
    case 'question': {
      const answer = choices.answers[piece.text];
      if (answer === undefined || !mending.options.includes(answer))
        return as([piece], [], [{ id: piece.text, term: piece.text, options: mending.options }]);
      const texts = answer.split(' ').filter((text) => text !== '');
      return as(replacePiece(piece, texts), [change('TERM_ANSWERED', [piece.text], texts, choices)]);
    }
  }
};

/**
 * A first record, by what the MX tells: the include of the service that takes the domain's mail, else `mx`. A service's
 * include is only used where DNS has an SPF record at it now.
 */
export const begin = async (name: string, choices: Choices, resolver: Resolver): Promise<Beginning> => {
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
