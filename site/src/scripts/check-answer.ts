import { type CheckPart, checkSections } from '#core/check-part.ts';
import { severities, severityOrder } from '#core/findings.ts';
import type { Report } from '#core/report.ts';
import type { RepairTexts } from '#messages/messages.ts';
import { isCorrection } from './recommendation-request.ts';
import { type Answered, failed, failureOf, isObject } from './request.ts';

/**
 * Reads a check as it comes: a line of JSON for each part, then the report. Never rejects.
 *
 * @param tell is told of each part that this page has words for.
 */
export const readCheck = async (
  response: Response | null,
  words: RepairTexts,
  tell: (part: CheckPart) => void,
): Promise<Answered<Report>> => {
  const failure = failureOf(response);
  if (failure !== null) return failed(failure);
  try {
    for await (const line of linesOf(response?.body ?? new ReadableStream())) {
      const said: unknown = JSON.parse(line);
      if (!isObject(said)) break;
      if (said.kind === 'part' && isPart(said)) tell(said);
      if (said.kind === 'report' && isReport(said.report, words)) return { kind: 'answered', answer: said.report };
    }
  } catch (error) {
    // What is no JSON was not written by the service; anything else is a connection that broke.
    return failed(error instanceof SyntaxError ? 'INTERNAL' : 'NETWORK');
  }
  return failed('INTERNAL');
};

/** The lines of a body. The last one need not end with a line feed. */
async function* linesOf(body: ReadableStream<Uint8Array<ArrayBuffer>>): AsyncGenerator<string> {
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  for (;;) {
    const { done, value = '' } = await reader.read();
    const lines = (rest + value).split('\n');
    rest = done ? '' : (lines.pop() ?? '');
    yield* lines.filter((line) => line !== '');
    if (done) return;
  }
}

const areFindings = (findings: unknown): boolean =>
  Array.isArray(findings) &&
  findings.every((found) => isObject(found) && Object.hasOwn(severities, String(found.code)));

const isPart = (said: object): said is CheckPart =>
  'section' in said &&
  checkSections.some((section) => section === said.section) &&
  'findings' in said &&
  areFindings(said.findings);

/** Are there words for all of it? */
export const isReport = (body: unknown, words: RepairTexts): body is Report =>
  isObject(body) &&
  severityOrder.some((severity) => severity === body.verdict) &&
  areFindings(body.findings) &&
  isObject(body.spf) &&
  isCorrection(body.spf.correction, words);
