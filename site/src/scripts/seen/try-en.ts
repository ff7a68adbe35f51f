import { en } from '#messages/en.ts';
import { seenTryEn } from '#messages/seen-try-en.ts';
import { serverTrier } from './try-server.ts';

export const tryServer = serverTrier(en, seenTryEn);
