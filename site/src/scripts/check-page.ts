import type { Domain } from '#core/domain.ts';
import type { FormTexts } from '#messages/messages.ts';
import { domainForm } from './domain-form.ts';
import { carryDomain } from './language-link.ts';
import { askCheck } from './request.ts';
import { showWaiting } from './waiting.ts';

/** What shows a result. It comes when the first domain is checked: the page is there before it. */
export interface ResultArea {
  /** Shows what comes, as it comes. Ends when all of it is shown. */
  readonly follow: (answer: Promise<Response | null>, signal: AbortSignal, tryAgain: () => void) => Promise<void>;
  /** Moves the focus to the verdict that is shown, from where the rest is read on. */
  readonly focus: () => void;
}

/**
 * What is typed goes into the address, and what stands in the address is checked: so a reload, the back button and a
 * link that was shared all do what they should.
 */
export const startCheckPage = (
  words: FormTexts,
  fetchResult: () => Promise<{ readonly startResult: () => ResultArea }>,
): void => {
  const form = domainForm(words);
  const { dataset } = document.documentElement;
  let latest = new AbortController();
  let result: Promise<ResultArea | null> | undefined;
  /** A browser may never fetch again what it could not import once: https://github.com/whatwg/html/issues/6768 */
  let isStranded = false;
  /** What the address said when it was followed last. */
  let followed = '';

  const loadResult = (): Promise<ResultArea | null> => {
    result ??= fetchResult().then(
      ({ startResult }) => startResult(),
      () => null,
    );
    return result;
  };
  // Who begins to type is about to need it.
  form.onInput(loadResult);

  const check = async (domain: Domain): Promise<void> => {
    latest.abort();
    latest = new AbortController();
    const { signal } = latest;
    dataset.view = 'result';
    showWaiting(words.checking(domain.unicode));
    const answer = askCheck(domain, signal);
    const area = await loadResult();
    if (signal.aborted) return;
    if (area === null) {
      stop();
      isStranded = true;
      form.complain(words.notFetched);
      return;
    }
    await area.follow(answer, signal, () => check(domain));
    // A newer check may have taken its place.
    if (!signal.aborted && form.holds(domain)) area.focus();
  };

  const stop = (): void => {
    latest.abort();
    dataset.view = 'start';
  };

  const label = (domain: Domain | null): void => {
    followed = location.search;
    document.title = domain === null ? words.title : `${domain.unicode} – ${words.title}`;
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
    // Loaded anew, the page can fetch what it could not.
    if (isStranded) {
      location.assign(address);
      return;
    }
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
  addEventListener('popstate', () => {
    // A link to a place on the page asks for no other domain.
    if (location.search !== followed) follow();
  });
  follow();
};
