import type { Severity } from '#core/findings.ts';
import type { SmtpProblem } from '#core/smtp/settings.ts';
import type { PortTest, SmtpAdvice, SmtpName } from '#core/smtp/smtp-report.ts';
import type { RequestFailure, Text } from './messages.ts';

/** The words of the page where SMTP settings are tried. What is found has its words in smtp-settings.ts. */

type Greeting = NonNullable<PortTest['greeting']>;
type Tls = NonNullable<PortTest['tls']>;
type Certificate = NonNullable<PortTest['certificate']>;

/** What each step of a test came to. All texts are as they are to be shown. */
export interface SmtpStepTexts {
  readonly name: Readonly<Record<SmtpName['state'], (host: string, address: string) => string>>;
  readonly connection: Readonly<Record<PortTest['connection'], string>>;
  readonly greeting: { readonly [S in Greeting['state']]: (told: Extract<Greeting, { readonly state: S }>) => string };
  readonly tls: { readonly [S in Tls['state']]: (told: Extract<Tls, { readonly state: S }>) => string };
  readonly certificate: {
    readonly sound: (certificate: Certificate) => string;
    /** Something is wrong with it, which the findings say. */
    readonly doubtful: (certificate: Certificate) => string;
  };
  readonly logins: (ways: readonly string[]) => string;
  readonly noLogin: string;
}

export interface SmtpPageTexts {
  readonly problems: Readonly<Record<SmtpProblem, string>>;
  readonly trying: (server: string) => string;
  /** By the gravest thing that was found. */
  readonly verdicts: Readonly<Record<Severity, string>>;
  /** `isBeside`: another one than the port that was typed. */
  readonly portHeading: (port: number, isBeside: boolean) => string;
  readonly steps: SmtpStepTexts;
  /** How sure the advice is; `name` is that of the provider. */
  readonly basis: Readonly<Record<SmtpAdvice['basis'], (name: string) => string>>;
  readonly asTyped: string;
  readonly securities: Readonly<Record<SmtpAdvice['security'], string>>;
  readonly logins: Readonly<Record<SmtpAdvice['login'], string>>;
  readonly requestFailures: Readonly<Record<RequestFailure, Text>>;
}

/** The words of the markup. No script needs them. */
export interface SmtpFormTexts {
  /** As the manual of MAB has it. */
  readonly server: string;
  readonly serverHint: string;
  readonly security: string;
  readonly securityUnknown: string;
  readonly noPassword: string;
  readonly attempt: string;
  readonly stepsHeading: string;
  readonly adviceHeading: string;
  readonly source: string;
  /** The list above all of them, which has no name in MAB. */
  readonly program: string;
  /** «Brukernavn» and «Passord» together. */
  readonly login: string;
  /** What the copy button copies. */
  readonly copied: string;
}
