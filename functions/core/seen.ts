import { type Answer, recordsOf } from './resolver.ts';

/** What was seen at a name: the CNAME chain that starts there, and the texts at its end. */
export interface Seen {
  /** The names that the answer went through, the name itself not among them. */
  readonly cname: readonly string[];
  readonly texts: readonly string[];
}

/** Of a question that failed nothing was seen, which is not to say that nothing is there. */
export const seenIn = (answer: Answer<'TXT'>): Seen => ({
  cname: answer.kind === 'failed' ? [] : answer.cname,
  texts: recordsOf(answer),
});
