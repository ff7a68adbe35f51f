import type { Severity } from '#core/findings.ts';
import type { Source } from './help.ts';

/** The words of the help pages' own markup. No script needs them. */
export interface HelpPageTexts {
  /** Of the page that lists all help, and of the first step of the way to the others. */
  readonly title: string;
  /** What the help is, for those who search for it. */
  readonly description: string;
  readonly lead: string;
  readonly articlesHeading: string;
  /** What the way to a page is called, to those who hear it. */
  readonly way: string;
  /** The list of the headings of an article. */
  readonly contents: string;

  readonly findings: {
    readonly title: string;
    readonly description: string;
    readonly lead: string;
    /** What each severity says of the sender's mail. */
    readonly severities: Readonly<Record<Severity, string>>;
    readonly meaning: string;
    readonly steps: string;
    /** Said where there are no steps. */
    readonly noSteps: string;
    readonly example: string;
    readonly exampleLead: string;
    readonly wrong: string;
    readonly right: string;
    /** In the place of a record, where the fault is that there is none. */
    readonly noRecord: string;
    readonly sources: string;
    readonly source: (source: Source) => string;
    readonly more: (article: string) => string;
  };

  /** The way back to the check. */
  readonly check: { readonly heading: string; readonly text: string; readonly link: string };
}
