import type { SpfResult } from '#core/report.ts';
import type { EvaluationProblem, Match, Step } from '#core/spf/evaluation.ts';

/** The words of "would mail from this server pass?". They come when it is first asked. */

/** An evaluation. All texts are as they are to be shown. */
export interface ToldEvaluation {
  readonly ip: string;
  readonly domain: string;
  readonly matched: Match | null;
}

export interface TryTexts {
  readonly trying: string;
  readonly fieldProblems: Readonly<Record<'ip_missing' | 'ip_invalid' | 'sender', string>>;
  readonly results: Readonly<Record<SpfResult, (told: ToldEvaluation) => string>>;
  readonly problems: Readonly<Record<EvaluationProblem, string>>;
  readonly explanation: (text: string) => string;
  readonly outcomes: Readonly<Record<Step['outcome'], string>>;
  readonly stepsHeading: (steps: number) => string;
  readonly used: (lookups: number, limit: number) => string;
}
