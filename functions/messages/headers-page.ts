/** The words of the markup around what is read from headers. No script needs them. */
export interface HeadersPageTexts {
  readonly label: string;
  readonly hint: string;
  readonly where: {
    readonly heading: string;
    readonly programs: readonly { readonly name: string; readonly way: string }[];
  };
  /** Opens a file. */
  readonly file: string;
  /** Shown while a file is held over the page. */
  readonly drop: string;
  readonly clear: string;
  /** The state of DNS, which is another matter than what the receiver thought. */
  readonly now: {
    readonly heading: string;
    readonly lead: string;
    readonly ask: string;
    readonly before: string;
    readonly today: string;
  };
  /** The link to the check of the domain. */
  readonly check: string;
  readonly othersLead: string;
  readonly fieldsHeading: string;
}
