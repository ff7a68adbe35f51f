import { list } from './en-phrases.ts';
import type { HostTexts } from './hosts.ts';
import { visible } from './visible.ts';

const field = (label: string | null): string => (label === null ? '' : ` in the field “${label}”`);

export const hostsEn: HostTexts = {
  runBy: (domain, host) => `The DNS of ${domain} is run at ${host}.`,
  unknownHost: (nameServers) => {
    const [first, another] = nameServers;
    const unknown = 'We do not recognise who runs the DNS.';
    if (first === undefined) return unknown;
    const are = another === undefined ? 'The name server is' : 'The name servers are';
    return `${unknown} ${are} ${list(visible(nameServers))}.`;
  },
  unasked: 'We could not look up who runs the DNS. Try again in a moment.',
  elsewhere: (host) => `A change anywhere else than at ${host} has no effect.`,
  guide: (host, language) => `The guide from ${host}${language === 'nb' ? ' (in Norwegian)' : ''}`,
  domainConnect: 'The provider supports Domain Connect, a standard for setting up DNS automatically.',

  shortName: (relative) =>
    relative === '' ? 'Some providers want “@” or an empty field.' : `Some providers want “${relative}” only.`,
  emptyField: '(leave empty)',
  stepsHeading: (host) => (host === null ? 'How to enter it' : `How to enter it at ${host}`),
  logIn: (host) => (host === null ? 'Log in at your DNS provider.' : `Log in at ${host}.`),
  open: (domain, path) =>
    path === null
      ? `Find the DNS records of ${domain}.`
      : `Go to ${path.map((menu) => (menu === null ? domain : `“${menu}”`)).join(' → ')}.`,
  clear: (purpose, name) =>
    `First delete the ${purpose.toUpperCase()} record at the name “${name}”, since it is of the wrong type.`,
  add: (type, button, label) =>
    `${button === null ? 'Add a new record' : `Press “${button}”`}, and choose ${label === null ? `the type ${type}` : `${type}${field(label)}`}.`,
  edit: (purpose, type) =>
    `Find the ${purpose.toUpperCase()} record that stands there today, of the type ${type}. Change it, and do not add a new one beside it.`,
  editOne: (purpose, type) =>
    `Find the ${purpose.toUpperCase()} records that stand there today, of the type ${type}. Change one of them, and delete the others of them.`,
  name: (typed, label) => `Type “${typed}”${label === null ? ' as the name' : field(label)}.`,
  emptyName: (label) => (label === null ? 'Leave the name empty.' : `Leave the field “${label}” empty.`),
  eitherName: (relative, full, label) => {
    const where = label === null ? ' as the name' : field(label);
    const short = relative === '' ? `Type “@”${where}, or leave it empty.` : `Type “${relative}”${where}.`;
    return `${short} If the provider wants the whole name, type “${full}”.`;
  },
  keepName: 'Leave the name as it is.',
  value: (label) => `Paste the value${field(label)}.`,
  newValue: (label) => `Remove all of the old value${field(label)}, and paste the new one.`,
  proxy: (label, off) => `Set “${label}” to “${off}”. Otherwise receivers do not find the key.`,
  save: (ttl) => (ttl === null ? 'Save.' : `Leave the field “${ttl}” as it is, and save.`),
  clearElsewhere: (purpose, name) => `Delete the ${purpose.toUpperCase()} record at the name “${name}”.`,

  finalDot: (host, wanted) => `At ${host} the value must ${wanted ? '' : 'not '}end in a dot.`,
  finalDotUnknown: 'If the provider puts your domain behind the value, you must type a dot at the end of it.',
  quotes: (host) => `At ${host} the value must stand in quotation marks.`,
  longText: (host, way) => {
    switch (way) {
      case 'whole':
        return `The value has more than 255 characters. At ${host} you paste all of it at once.`;
      case 'quoted':
        return `The value has more than 255 characters. At ${host} it must be cut into parts, each in quotation marks.`;
    }
  },
  longTextUnknown:
    'The value has more than 255 characters. If you cannot save it, ask the provider how to write such long values.',
  doubled: 'See that the domain does not stand twice in the name when you have saved.',
  labelsMayDiffer: 'Menus and fields may have other names where you are.',
};
