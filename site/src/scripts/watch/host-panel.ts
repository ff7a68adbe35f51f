import { type HostForm, hostForms } from '#core/dns-forms.ts';
import { type DnsHost, dnsHosts } from '#core/dns-hosts.ts';
import type { Publication } from '#core/publication/publication.ts';
import type { HostTexts } from '#messages/hosts.ts';
import { describeWith, knownName, type Texts } from '#messages/messages.ts';
import { visible } from '#messages/visible.ts';
import { part } from '../parts.ts';
import { adviceItem } from '../result/findings.ts';

export interface HostPanel {
  /** Says who runs the DNS, and what is wrong with its name servers. */
  readonly show: (publication: Publication) => void;
  /** It could not be found out. */
  readonly fail: () => void;
}

export const hostOf = ({ host }: Publication): DnsHost | null => dnsHosts.find(({ id }) => id === host) ?? null;

/** Who runs the domain's DNS, above the steps. */
export const hostPanel = (words: Texts, hosts: HostTexts): HostPanel => {
  const line = part(document, 'host', HTMLElement);
  const list = part(document, 'host-findings', HTMLElement);
  const status = part(document, 'status', HTMLElement);
  let saidOfHost = '';
  let shown = '';

  const showFindings = ({ domain, findings }: Publication): void => {
    const now = JSON.stringify(findings);
    if (now === shown) return;
    // The first are read with the rest of the page.
    if (shown !== '') status.textContent = findings.map((one) => describeWith(one, words.findings).fact).join(' ');
    shown = now;
    list.replaceChildren(...findings.map((finding) => adviceItem(finding, domain, words)));
    list.hidden = findings.length === 0;
  };

  const showLine = (publication: Publication): void => {
    const [zone] = publication.zones;
    const host = hostOf(publication);
    if (zone === undefined) line.textContent = hosts.unasked;
    else if (host === null) line.textContent = hosts.unknownHost(zone.servers.map(({ name }) => visible(name)));
    else {
      line.textContent = `${hosts.runBy(knownName(zone.name), host.name)} ${hosts.elsewhere(host.name)}`;
      const { guide, language } = hostForms[host.id];
      if (guide !== null) line.append(' ', guideLink(guide, language, hosts.guide(host.name, language)));
    }
    if (publication.domainConnect !== null) line.append(' ', hosts.domainConnect);
  };

  return {
    show: (publication) => {
      const { zones, host, domainConnect } = publication;
      // What is the same stays: somebody may stand in its link.
      const said = JSON.stringify([
        zones.map(({ name, servers }) => [name, servers.map((one) => one.name)]),
        host,
        domainConnect,
      ]);
      if (said !== saidOfHost) showLine(publication);
      saidOfHost = said;
      showFindings(publication);
    },
    fail: () => {
      saidOfHost = '';
      line.textContent = hosts.unasked;
    },
  };
};

const guideLink = (address: string, language: HostForm['language'], text: string): HTMLElement => {
  const link = document.createElement('a');
  link.className = 'ds-link';
  link.href = address;
  link.rel = 'noreferrer';
  link.hreflang = language;
  link.textContent = text;
  return link;
};
