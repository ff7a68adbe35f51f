import { basicAuthPlan } from '#core/smtp-error/basic-auth.ts';
import type { Connection } from '#core/smtp-error/connection.ts';
import { excerptOf, type Piece } from '#core/smtp-error/excerpt.ts';
import { type HelpingTool, remedies } from '#core/smtp-error/kinds.ts';
import type { FoundCause, SmtpErrorReading } from '#core/smtp-error/read-error.ts';
import type { CauseTexts, SmtpErrorTexts } from '#messages/smtp-error.ts';
import { fieldNames, knownOf, shown } from '#messages/smtp-error-known.ts';
import { visible } from '#messages/visible.ts';
import { fill, fillWith, part, stamp } from '../parts.ts';

type Understood = Extract<SmtpErrorReading, { kind: 'understood' }>;

const textsOf = (reading: SmtpErrorReading, words: SmtpErrorTexts): CauseTexts =>
  reading.kind === 'unreadable' ? words.unreadable[reading.reason] : words.causes[reading.causes[0].cause];

/** What is said of it in a few words. */
export const headingOf = (reading: SmtpErrorReading, words: SmtpErrorTexts): string => textsOf(reading, words).heading;

/** What was read from the text, with the text around what decided. */
export const answerElement = (reading: SmtpErrorReading, text: string, words: SmtpErrorTexts): HTMLElement => {
  const element = stamp(`error-${reading.kind}`);
  const { heading, fact, action } = textsOf(reading, words);
  fill(element, 'heading', heading);
  fill(element, 'fact', fact);
  fill(element, 'action', action);
  if (reading.kind === 'understood') fillUnderstood(element, reading, text, words);
  return element;
};

const fillUnderstood = (element: HTMLElement, reading: Understood, text: string, words: SmtpErrorTexts): void => {
  const [decided, ...others] = reading.causes;
  const { fields, fixers, tool } = remedies[decided.cause];
  const known = knownOf(reading, words);
  if (fields.length === 0) part(element, 'fields', HTMLElement).remove();
  else fill(element, 'field-names', fieldNames(fields));
  fill(element, 'fixers', fixers.map((fixer) => words.fixers[fixer]).join('; '));
  fill(element, 'known', known.length === 0 ? null : known.join(' '));
  linkTool(element, tool, reading.connection, words);
  fillWith(
    element,
    'other-list',
    others.map((other) => otherItem(other, words)),
    'others',
  );
  if (reading.concernsBasicAuth) {
    fill(element, 'basic-auth-told', words.basicAuth.told(basicAuthPlan).join(' '));
    part(element, 'basic-auth-source', HTMLAnchorElement).href = basicAuthPlan.source;
  } else part(element, 'basic-auth', HTMLElement).remove();
  part(element, 'excerpt', HTMLElement).append(
    ...excerptOf(text, decided.place, reading.secrets).map((piece) => pieceNode(piece, words)),
  );
};

const otherItem = ({ cause }: FoundCause, words: SmtpErrorTexts): HTMLElement => {
  const item = stamp('error-other');
  const { heading, fact } = words.causes[cause];
  fill(item, 'other-heading', heading);
  fill(item, 'other-fact', fact);
  return item;
};

const tools: readonly HelpingTool[] = ['smtp', 'address', 'check'];

/** Leaves the link to the one tool that helps, with what is known filled in. */
const linkTool = (
  element: HTMLElement,
  tool: HelpingTool | null,
  { server, port, sender, user, recipient }: Connection,
  words: SmtpErrorTexts,
): void => {
  if (tool === null) {
    part(element, 'tools', HTMLElement).remove();
    return;
  }
  for (const other of tools) if (other !== tool) part(element, `tool-${other}`, HTMLAnchorElement).remove();
  const link = part(element, `tool-${tool}`, HTMLAnchorElement);
  switch (tool) {
    case 'smtp': {
      link.textContent = words.tools.smtp(visible(server));
      if (server !== null) ask(link, { server, ...(port === null ? {} : { port: String(port) }) });
      return;
    }
    case 'address':
      link.textContent = words.tools.address;
      // Behind `#` it is sent nowhere.
      if (recipient !== null)
        link.setAttribute('href', `${link.getAttribute('href')}#${encodeURIComponent(recipient)}`);
      return;
    case 'check': {
      const domain = domainOf(sender) ?? domainOf(user);
      link.textContent = words.tools.check(visible(domain));
      if (domain !== null) ask(link, { [link.dataset.parameter ?? '']: domain });
      return;
    }
  }
};

/** Fills in the form that the link leads to. */
const ask = (link: HTMLAnchorElement, parameters: Readonly<Record<string, string>>): void => {
  link.setAttribute('href', `${link.getAttribute('href')}?${new URLSearchParams(parameters)}`);
};

const domainOf = (address: string | null): string | null => /@([^@]+)$/.exec(address ?? '')?.[1] ?? null;

const pieceNode = (piece: Piece, words: SmtpErrorTexts): Node => {
  switch (piece.kind) {
    case 'plain':
      return document.createTextNode(shown(piece.text));
    case 'mark': {
      const mark = document.createElement('mark');
      mark.textContent = shown(piece.text);
      return mark;
    }
    case 'secret':
      return document.createTextNode(words.secret);
    case 'left_out':
      return document.createTextNode(`\n${words.leftOut}\n`);
  }
};
