import type { Domain } from '#core/domain.ts';
import type { Texts } from '#messages/messages.ts';
import { requestReport } from './check-request.ts';
import { domainForm } from './domain-form.ts';
import { carryDomain } from './language-link.ts';
import { resultArea } from './result/area.ts';

/**
 * What is typed goes into the address, and what stands in the address is checked: so a reload, the back button and a
 * link that was shared all do what they should.
 */
export const startCheckPage = (words: Texts): void => {
  const form = domainForm(words);
  const result = resultArea(words);
  let latest = new AbortController();

  const check = async (domain: Domain): Promise<void> => {
    latest.abort();
    latest = new AbortController();
    const { signal } = latest;
    result.wait();
    const outcome = await requestReport(domain, words.repair, signal);
    // A newer check has taken its place.
    if (signal.aborted) return;
    result.show(outcome, () => check(domain));
    if (form.holds(domain)) result.focus();
  };

  const stop = (): void => {
    latest.abort();
    result.clear();
  };

  const label = (domain: Domain | null): void => {
    document.title = domain === null ? words.page.title : `${domain.unicode} – ${words.page.title}`;
    carryDomain(domain);
  };

  form.onSubmit(() => {
    const domain = form.read();
    if (domain === null) {
      stop();
      form.focus();
      return;
    }
    const address = form.link(domain);
    if (address.href !== location.href) history.pushState(null, '', address);
    label(domain);
    check(domain);
  });

  const follow = (): void => {
    const linked = form.linked(new URL(location.href));
    form.write(linked ?? '');
    const domain = linked === null ? null : form.read();
    label(domain);
    if (domain === null) stop();
    else check(domain);
  };
  addEventListener('popstate', follow);
  follow();
};
