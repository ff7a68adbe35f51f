import { dnsHosts } from '#core/dns-hosts.ts';
import type { RecordToPublish } from '#core/report.ts';
import { entryNotes, entrySteps, type HostTexts } from '#messages/hosts.ts';
import { hostsEn } from '#messages/hosts-en.ts';
import { hostsNb } from '#messages/hosts-nb.ts';
import type { Language } from '#messages/languages.ts';
import type { WatchTexts } from '#messages/watch.ts';
import { watchEn } from '#messages/watch-en.ts';
import { watchNb } from '#messages/watch-nb.ts';
import type { ResultText } from './result-texts.ts';

export const watchTexts: Readonly<Record<Language, WatchTexts>> = { nb: watchNb, en: watchEn };
const hostTexts: Readonly<Record<Language, HostTexts>> = { nb: hostsNb, en: hostsEn };

const at = '2026-11-24T11:20:00Z';
const domain = 'shop.example';

const record = (
  purpose: RecordToPublish['purpose'],
  type: RecordToPublish['type'],
  name: string,
  replaces: readonly string[] = [],
  value = 'v=spf1 include:_spf.mab.no ~all',
): RecordToPublish => ({ purpose, action: replaces.length > 0 ? 'replace' : 'add', name, type, value, replaces });

/** Every way that a record can be entered. */
const records: readonly RecordToPublish[] = [
  record('spf', 'TXT', domain),
  record('spf', 'TXT', domain, ['TXT v=spf1 ~all']),
  record('spf', 'TXT', domain, ['TXT v=spf1 ~all', 'TXT v=spf1 mx']),
  record('spf', 'TXT', domain, [], `v=spf1 ${'ip4:192.0.2.1 '.repeat(20)}~all`),
  record('dkim', 'CNAME', `mab._domainkey.${domain}`),
  record('dkim', 'CNAME', `mab._domainkey.${domain}`, ['TXT v=DKIM1']),
  record('dmarc', 'TXT', `_dmarc.${domain}`, [`dmarc.${domain} TXT v=DMARC1; p=none`]),
];

const entries = (words: HostTexts): readonly ResultText[] =>
  [null, ...dnsHosts].flatMap((host) =>
    records.flatMap((each) => {
      const entry = { host, domain, zone: domain, record: each };
      return [...entrySteps(entry, words), ...entryNotes(entry, words)].map((text) => ({
        of: host?.id ?? 'any',
        text,
      }));
    }),
  );

/** Every text of who runs the DNS, of how a record is entered, and of the watching; each once. */
export const wordsOfWatch = (language: Language): readonly ResultText[] => {
  const watch = watchTexts[language];
  const hosts = hostTexts[language];
  const all: readonly ResultText[] = [
    ...[
      watch.watching(at),
      watch.nothingYet(at, null),
      watch.nothingYet(at, 'one.com'),
      watch.stopped(at),
      watch.unreachable,
      watch.published(null),
      watch.published(at),
      ...[watch.waiting(at), watch.waiting(null), watch.partly(1), watch.partly(2)].map(
        ({ heading, below }) => `${heading}. ${below}`,
      ),
      watch.olderUntil(at),
      watch.slip(''),
      watch.mendedOwnKeys,
      watch.sectionsBefore,
      watch.gone,
      ...Object.values(watch.mended).flatMap((weights) => Object.values(weights)),
    ].map((text) => ({ of: 'watch', text })),
    ...[
      `${hosts.runBy(domain, 'one.com')} ${hosts.elsewhere('one.com')}`,
      hosts.unknownHost(['ns1.host.example', 'ns2.host.example']),
      hosts.unasked,
      hosts.domainConnect,
      hosts.shortName(''),
      hosts.shortName('mab._domainkey'),
    ].map((text) => ({ of: 'host', text })),
    ...entries(hosts),
  ];
  return [...new Map(all.map((each) => [each.text, each])).values()];
};
