import { isLongText, nameAsEntered, nameForms } from '#core/dns-entry.ts';
import { type HostForm, hostForms, unknownForm } from '#core/dns-forms.ts';
import type { DnsHost } from '#core/dns-hosts.ts';
import type { RecordToPublish } from '#core/report.ts';
import { visible } from './visible.ts';

/** The words of who runs the DNS, and of how a record is entered there. They travel apart from `Texts`. */

type Purpose = RecordToPublish['purpose'];
type RecordType = RecordToPublish['type'];

/** Of labels and names of hosts, null: not known. */
export interface HostTexts {
  readonly runBy: (domain: string, host: string) => string;
  readonly unknownHost: (nameServers: readonly string[]) => string;
  /** The question for the name servers had no answer. */
  readonly unasked: string;
  readonly elsewhere: (host: string) => string;
  /** The text of the link to the host's own guide. */
  readonly guide: (host: string, language: HostForm['language']) => string;
  readonly domainConnect: string;

  /** Said at a name in full, where it is not known which form the host wants; `relative` as in `eitherName`. */
  readonly shortName: (relative: string) => string;
  /** In the place of a name, where the field stays empty. */
  readonly emptyField: string;
  readonly stepsHeading: (host: string | null) => string;
  readonly logIn: (host: string | null) => string;
  /** `path`: the menus, as they are to be shown; the domain is null. */
  readonly open: (domain: string, path: readonly (string | null)[] | null) => string;
  /** A record of another type stands at the name. */
  readonly clear: (purpose: Purpose, name: string) => string;
  readonly add: (type: RecordType, button: string | null, label: string | null) => string;
  readonly edit: (purpose: Purpose, type: RecordType) => string;
  /** There are several, and one is to be left. */
  readonly editOne: (purpose: Purpose, type: RecordType) => string;
  readonly name: (typed: string, label: string | null) => string;
  readonly emptyName: (label: string | null) => string;
  /** It is not known which form the host wants; `relative` is empty for the name of the zone. */
  readonly eitherName: (relative: string, full: string, label: string | null) => string;
  readonly keepName: string;
  readonly value: (label: string | null) => string;
  readonly newValue: (label: string | null) => string;
  readonly proxy: (label: string, off: string) => string;
  readonly save: (ttl: string | null) => string;
  readonly clearElsewhere: (purpose: Purpose, name: string) => string;

  readonly finalDot: (host: string, wanted: boolean) => string;
  readonly finalDotUnknown: string;
  readonly quotes: (host: string) => string;
  readonly longText: (host: string, way: 'whole' | 'quoted') => string;
  readonly longTextUnknown: string;
  /** Some hosts add the domain to what is typed as a name. */
  readonly doubled: string;
  /** The host may have changed its panel since. */
  readonly labelsMayDiffer: string;
}

/** A record to enter, and where. */
export interface HostEntry {
  /** Null: not known. */
  readonly host: Pick<DnsHost, 'id' | 'name'> | null;
  /** The domain, as it is to be shown. */
  readonly domain: string;
  /** The zone that the record stands in, ASCII; null: not known. */
  readonly zone: string | null;
  readonly record: RecordToPublish;
}

const formOf = ({ host }: HostEntry): HostForm => (host === null ? unknownForm : hostForms[host.id]);

/** What is to be done with what stands at the record's name. */
type Change = 'add' | 'edit' | 'edit_one' | 'clear';

/** `TYPE value` stands at the record's own name, `name TYPE value` at another. */
const here = /^([A-Z]+) /;

const changeOf = ({ type, replaces }: RecordToPublish): Change => {
  const types = replaces.flatMap((old) => here.exec(old)?.[1] ?? []);
  if (types.length === 0) return 'add';
  // A panel lets one change a value, not the type.
  if (types.some((other) => other !== type)) return 'clear';
  return types.length === 1 ? 'edit' : 'edit_one';
};

const namesElsewhere = ({ replaces }: RecordToPublish): readonly string[] => [
  ...new Set(replaces.filter((old) => !here.test(old)).flatMap((old) => old.split(' ', 1))),
];

const nameStep = (entry: HostEntry, words: HostTexts): string => {
  const { zone, record } = entry;
  const form = formOf(entry);
  const label = form.labels?.name ?? null;
  const forms = zone === null ? null : nameForms(record.name, zone);
  if (zone === null || forms === null) return words.name(visible(record.name), label);
  const typed = nameAsEntered(form, record.name, zone);
  if (typed === null) return words.eitherName(visible(forms.relative), visible(forms.full), label);
  return typed === '' ? words.emptyName(label) : words.name(visible(typed), label);
};

const recordSteps = (entry: HostEntry, words: HostTexts): readonly string[] => {
  const { record } = entry;
  const { purpose, type } = record;
  const { labels } = formOf(entry);
  const value = labels?.[type === 'TXT' ? 'value' : 'target'] ?? null;
  const added = [
    words.add(type, labels?.add ?? null, labels?.type ?? null),
    nameStep(entry, words),
    words.value(value),
  ];
  const change = changeOf(record);
  switch (change) {
    case 'add':
      return added;
    case 'clear':
      return [words.clear(purpose, visible(record.name)), ...added];
    case 'edit':
      return [words.edit(purpose, type), words.keepName, words.newValue(value)];
    case 'edit_one':
      return [words.editOne(purpose, type), words.keepName, words.newValue(value)];
  }
};

/** The steps of entering a record, each a sentence or two. The value itself is not in them: it stands beside, to be copied. */
export const entrySteps = (entry: HostEntry, words: HostTexts): readonly string[] => {
  const { host, domain, record } = entry;
  const { path, labels, proxy } = formOf(entry);
  return [
    words.logIn(host?.name ?? null),
    words.open(domain, path),
    ...recordSteps(entry, words),
    ...(proxy === null || record.type !== 'CNAME' ? [] : [words.proxy(proxy.label, proxy.off)]),
    words.save(labels?.ttl ?? null),
    ...namesElsewhere(record).map((name) => words.clearElsewhere(record.purpose, visible(name))),
  ];
};

const targetNotes = ({ host }: HostEntry, { finalDot }: HostForm, words: HostTexts): readonly string[] => [
  host === null || finalDot === null ? words.finalDotUnknown : words.finalDot(host.name, finalDot),
];

const textNotes = ({ host, record }: HostEntry, form: HostForm, words: HostTexts): readonly string[] => {
  if (host === null) return isLongText(record.value) ? [words.longTextUnknown] : [];
  const quotes = form.quotes ? [words.quotes(host.name)] : [];
  if (!isLongText(record.value)) return quotes;
  switch (form.longText) {
    case null:
      return [...quotes, words.longTextUnknown];
    case 'whole':
      return [...quotes, words.longText(host.name, 'whole')];
    case 'quoted':
      return [words.longText(host.name, 'quoted')];
  }
};

/** What else to know of a record's form, each a sentence or two. */
export const entryNotes = (entry: HostEntry, words: HostTexts): readonly string[] => {
  const { zone, record } = entry;
  const form = formOf(entry);
  const added = ['add', 'clear'].includes(changeOf(record));
  const nameIsKnown = zone !== null && nameAsEntered(form, record.name, zone) !== null;
  return [
    ...(record.type === 'CNAME' ? targetNotes : textNotes)(entry, form, words),
    ...(added && !nameIsKnown ? [words.doubled] : []),
    ...(form.path !== null || form.labels !== null ? [words.labelsMayDiffer] : []),
  ];
};
