import type { SpfCorrection } from '../../report.ts';
import { octetsOf } from '../rules.ts';
import type { SurveyNode } from '../survey.ts';
import { lookupsOf, voidCounts } from '../tally.ts';
import type { Repair } from './repair.ts';

/** RFC 1035 section 3.3: one string of a TXT record holds 255 octets. */
const maxString = 255;

/** A record's text is ASCII, so that octets are characters. */
const stringsOf = (record: string): readonly string[] => record.match(new RegExp(`.{1,${maxString}}`, 'gs')) ?? [];

const numbersOf = (tree: SurveyNode, text: string): SpfCorrection['after'] => ({
  lookups: lookupsOf(tree),
  voids: voidCounts(tree),
  octets: octetsOf(text),
});

/** The repair as it stands in the report. */
export const correctionOf = (repair: Repair, before: SurveyNode): SpfCorrection => {
  const [text, another] = before.texts;
  const none = {
    kind: repair.kind,
    record: null,
    strings: [],
    before: text === undefined || another !== undefined ? null : numbersOf(before, text),
    after: null,
    changes: repair.changes,
    questions: [],
    names: [],
    proof: null,
  };
  switch (repair.kind) {
    case 'unchanged':
    case 'corrected': {
      const { record, tree } = repair;
      const proof = repair.kind === 'corrected' ? repair.proof : null;
      return { ...none, record, strings: stringsOf(record), after: numbersOf(tree, record), proof };
    }
    case 'no_room':
      return { ...none, after: numbersOf(repair.tree, repair.record) };
    case 'questions':
      return { ...none, questions: repair.questions };
    case 'broken_below':
    case 'alias':
      return { ...none, names: repair.names };
    case 'unproven':
      return { ...none, proof: repair.proof };
    case 'unanswered':
    case 'sender_unreadable':
    case 'no_domain':
      return none;
  }
};
