import { hostsNb } from '#messages/hosts-nb.ts';
import { nb } from '#messages/nb.ts';
import { watchNb } from '#messages/watch-nb.ts';
import { type WatchedPage, watchPublication } from './watch.ts';

export const watch = (page: WatchedPage): void => watchPublication(page, { texts: nb, watch: watchNb, hosts: hostsNb });
