/** The words of the pages' own markup. No script needs them. */
export interface PageTexts {
  readonly skipToContent: string;
  readonly navigation: string;
  readonly toCheck: string;
  readonly toHelp: string;
  /** The link to the page in the other language, in that language. */
  readonly otherLanguage: string;
  readonly footer: string;

  /** What the site is, for those who search for it. */
  readonly description: string;
  readonly heading: string;
  readonly lead: string;
  readonly domainLabel: string;
  readonly domainHint: string;
  readonly check: string;
  readonly withoutScript: string;
  /** What the sender needs of a domain, in short. */
  readonly advice: {
    readonly heading: string;
    readonly spf: { readonly title: string; readonly text: string };
    readonly dkim: { readonly title: string; readonly text: string };
    readonly dmarc: { readonly title: string; readonly text: string };
    readonly more: (subject: string) => string;
    readonly setup: string;
  };

  readonly checking: string;
  /** Of a part that is not known yet. */
  readonly waiting: string;
  readonly tryAgain: string;
  readonly tasksHeading: string;
  /** Until it is known who runs the DNS, and where it stays unknown. */
  readonly hostWaiting: string;
  readonly entryHeading: string;
  readonly wrong: string;
  readonly toDo: string;
  readonly explanation: string;
  readonly uncheckedHeading: string;
  readonly sectionsHeading: string;
  readonly currentRecord: string;
  /** The same, in a result that was stored. */
  readonly recordThen: string;
  readonly copy: string;
  readonly copied: string;
  readonly copyFailed: string;

  readonly handOver: {
    readonly heading: string;
    readonly lead: string;
    readonly mail: string;
    readonly print: string;
    readonly show: string;
    /** Some mail programs take only so much of a text. */
    readonly cut: string;
    /** What the copy button beside the text copies. */
    readonly what: string;
  };

  readonly storing: {
    readonly heading: string;
    readonly lead: string;
    readonly store: string;
    /** What the copy button beside the link copies. */
    readonly what: string;
  };

  /** The form that has the service send the result to somebody. */
  readonly mailing: {
    readonly heading: string;
    readonly lead: string;
    readonly label: string;
    readonly hint: string;
    readonly send: string;
  };

  /** The page of a stored result. */
  readonly stored: {
    readonly heading: string;
    readonly description: string;
    readonly withoutScript: string;
    readonly fetching: string;
    /** Of a part of the result, until it is there. */
    readonly waiting: string;
    readonly gone: string;
    readonly nowHeading: string;
    /** Opens the list of what is different. */
    readonly changed: string;
    readonly toNow: string;
    readonly before: string;
    readonly after: string;
    /** In the place of a record where there is none. */
    readonly noRecord: string;
    readonly mended: string;
    readonly arisen: string;
  };

  readonly notFound: string;
  readonly notFoundLead: string;
  readonly toFirstPage: string;
}
