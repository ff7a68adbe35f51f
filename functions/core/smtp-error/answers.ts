import { blank } from './phrase.ts';

/** An answer of a server as a text tells it: a reply code (RFC 5321 section 4.2), an enhanced code (RFC 3463), or both. */
export interface Answer {
  readonly code: number | null;
  readonly status: string | null;
  /** Of the codes alone, in UTF-16 code units. */
  readonly start: number;
  readonly end: number;
}

/** Three numbers of a failure, that are no part of an address, a version, a name or a Message-ID. */
const enhanced = /(?<![\w.+])[45]\.[0-7]\.\d{1,3}(?![\w@]|-\w|\.\w)/g;

/** Reply codes of failures: RFC 5321 section 4.2.3, RFC 4954 section 6, RFC 7504 section 3. The text of the answer follows. */
const reply =
  /(?<![\w.+:-])(?:421|43[1-2]|45[0-5]|50[0-4]|521|523|53[0-8]|541|55[0-6])(?! (?:kr|NOK)\b)(?=[ -]{1,2}(?:[\p{L}<"'#([]|\d{1,3}\.\d))/gu;

/** As many characters before a code say whether it is one. */
const context = 24;

const afterReply = /(?:^|[^\w.])([45]\d\d)[ -]{1,2}#?$/;
const atLineBegin = /(?:^|[\r\n])[\s>|]*$/;
const afterMark = /[#("'<[;:,=>]\s{0,2}$/;
const afterWord =
  /\b(?:code|status|statuskode|feilkode|kode|error|feil|returned|said|svar|svarte|response|reply|smtp)\s{1,2}$/i;
const ofVersion = /(?:version|versjon|release|build|date|dato)["']?\s?[:=]?\s{0,2}$/i;
/** `5.7.26 kl. 12:30` is a day. */
const time = /^[ ,]{1,2}(?:kl\.? )?\d{1,2}[:.]\d\d/;

const stands = (before: string): boolean =>
  !ofVersion.test(before) && (atLineBegin.test(before) || afterMark.test(before) || afterWord.test(before));

/** The failures that servers answered with, in their order. */
export const findAnswers = (text: string): readonly Answer[] => {
  const answers: Answer[] = [];
  const taken = new Set<number>();
  for (const { 0: status, index } of text.matchAll(enhanced)) {
    const before = text.slice(Math.max(0, index - context), index);
    const [whole = '', code] = afterReply.exec(before) ?? [];
    const end = index + status.length;
    if (code !== undefined && code[0] === status[0]) {
      const start = index - (whole.length - whole.indexOf(code));
      taken.add(start);
      answers.push({ code: Number(code), status, start, end });
    } else if (stands(before) && !time.test(text.slice(end, end + 12)))
      answers.push({ code: null, status, start: index, end });
  }
  for (const { 0: code, index } of text.matchAll(reply)) {
    if (taken.has(index) || !stands(text.slice(Math.max(0, index - context), index))) continue;
    answers.push({ code: Number(code), status: null, start: index, end: index + code.length });
  }
  return answers.toSorted((one, other) => one.start - other.start);
};

/** Longest way from an answer's codes to what decides in it. */
const reach = 200;

/** The answer whose words stand at the place: the last one before it, of the same line. */
export const answerAt = (text: string, answers: readonly Answer[], place: number): Answer | null => {
  let [low, high] = [0, answers.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((answers[middle]?.start ?? 0) <= place) low = middle + 1;
    else high = middle;
  }
  const answer = answers[low - 1];
  if (answer === undefined || place - answer.end > reach) return null;
  const way = text.slice(answer.start, place);
  return way.includes('\n') || way.includes(blank) ? null : answer;
};

/** Where the answer's line ends, at most `reach` after its codes. */
export const endOfAnswer = (text: string, { end }: Answer): number => {
  const rest = text.slice(end, end + reach);
  const [line = ''] = rest.split(blank, 1)[0]?.split(/[\r\n]/, 1) ?? [];
  return end + line.trimEnd().length;
};
