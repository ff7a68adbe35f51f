import { en } from '#messages/en.ts';
import { hostsEn } from '#messages/hosts-en.ts';
import { watchEn } from '#messages/watch-en.ts';
import { type WatchedPage, watchPublication } from './watch.ts';

export const watch = (page: WatchedPage): void => watchPublication(page, { texts: en, watch: watchEn, hosts: hostsEn });
