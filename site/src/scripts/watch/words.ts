import type { HostTexts } from '#messages/hosts.ts';
import type { Texts } from '#messages/messages.ts';
import type { WatchTexts } from '#messages/watch.ts';

/** All words of one language that a page which watches needs. */
export interface WatchWords {
  readonly texts: Texts;
  readonly watch: WatchTexts;
  readonly hosts: HostTexts;
}
