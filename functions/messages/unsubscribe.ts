/** The page where the recipient of a mail ends all mail to the address. */
export interface UnsubscribeTexts {
  readonly heading: string;
  readonly description: string;
  /** What the button does. */
  readonly lead: string;
  readonly button: string;
  readonly working: string;
  readonly done: string;
  readonly failed: string;
  /** The service did not make the link, or a part of it is missing. */
  readonly broken: string;
  readonly withoutScript: string;
}
