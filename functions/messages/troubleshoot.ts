/** The words of the guide through what goes wrong with mail, and of the frames of its tools. No script needs them. */

export const tools = ['error', 'smtp', 'address', 'headers'] as const;
export type Tool = (typeof tools)[number];

/** What the user may see go wrong. */
export const symptoms = ['not_sent', 'not_arriving', 'spam'] as const;
export type SymptomName = (typeof symptoms)[number];

/** Where a step leads: to a tool, to what else it may be, or to the check of the domain. */
export type Lead = Tool | SymptomName | 'check';

export interface TroubleshootTexts {
  readonly title: string;
  /** For those who search. */
  readonly description: string;
  readonly lead: string;
  /** Above the list of what one may see. */
  readonly symptomsHeading: string;
  readonly symptoms: Readonly<Record<SymptomName, Symptom>>;
  readonly toolsHeading: string;
  readonly tools: Readonly<Record<Tool, ToolTexts>>;
  /** The link to the check. */
  readonly check: string;
}

export interface Symptom {
  /** Its place on the page: `/feilsok/#ikke-sendt`. */
  readonly id: string;
  readonly heading: string;
  readonly lead: string;
  readonly steps: readonly Step[];
  /** What may have changed: each with what to do if it has. */
  readonly questions: { readonly heading: string; readonly list: readonly Question[] } | null;
}

export interface Step {
  readonly text: string;
  readonly leads: readonly Lead[];
}

export interface Question extends Step {
  readonly question: string;
}

export interface ToolTexts {
  readonly title: string;
  readonly description: string;
  readonly lead: string;
  /** The link to it, from a step. */
  readonly link: string;
}
