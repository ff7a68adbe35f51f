import { nameAsEntered, nameForms, targetAsEntered, textAsEntered } from '#core/dns-entry.ts';
import { hostForms, unknownForm } from '#core/dns-forms.ts';
import type { DnsHost } from '#core/dns-hosts.ts';
import type { RecordToPublish } from '#core/report.ts';
import { entryNotes, entrySteps, type HostTexts } from '#messages/hosts.ts';
import { knownName } from '#messages/messages.ts';
import { visible } from '#messages/visible.ts';
import { part } from '../parts.ts';
import { sentenceItem } from '../result/sentences.ts';

/** Where a record is entered. */
export interface EntryPlace {
  /** Null: not known. */
  readonly host: DnsHost | null;
  /** The zone that it stands in, ASCII; null: not known. */
  readonly zone: string | null;
}

/**
 * How the record of a step is entered at the domain's DNS host; and what is copied becomes what the fields there take.
 *
 * @param domain ASCII; it names the zone where that is not known.
 */
export const showEntry = (
  card: HTMLElement,
  record: RecordToPublish,
  { host, zone }: EntryPlace,
  domain: string,
  words: HostTexts,
): void => {
  const entry = { host, domain: knownName(zone ?? domain), zone, record };
  const fold = part(card, 'entry', HTMLElement);
  part(fold, 'entry-heading', HTMLElement).textContent = words.stepsHeading(host?.name ?? null);
  part(fold, 'entry-steps', HTMLElement).replaceChildren(...entrySteps(entry, words).map(sentenceItem));
  const notes = entryNotes(entry, words);
  part(fold, 'entry-notes', HTMLElement).replaceChildren(...notes.map(sentenceItem));
  const form = host === null ? unknownForm : hostForms[host.id];
  const name = zone === null ? null : nameAsEntered(form, record.name, zone);
  const forms = zone === null ? null : nameForms(record.name, zone);
  const hint = part(card, 'name-hint', HTMLElement);
  hint.hidden = forms === null || name !== null;
  if (forms !== null) hint.textContent = words.shortName(visible(forms.relative));
  if (name !== null) showName(part(card, 'name', HTMLElement), name, words);
  const value = (record.type === 'CNAME' ? targetAsEntered : textAsEntered)(form, record.value);
  if (value !== null) showValue(part(card, 'value', HTMLElement), value);
};

/** What is marked in it stays marked where there is only something to put around it. */
const showValue = (code: HTMLElement, value: string): void => {
  const [before, after, ...others] = value.split(code.textContent);
  if (before === undefined || after === undefined || others.length > 0) code.textContent = value;
  else {
    code.prepend(before);
    code.append(after);
  }
};

/** Of a field that stays empty there is nothing to copy. */
const showName = (code: HTMLElement, name: string, { emptyField }: HostTexts): void => {
  code.textContent = name === '' ? emptyField : name;
  const button = code.parentElement?.querySelector('button');
  if (button) button.hidden = name === '';
};
