import { nb } from '#messages/nb.ts';
import { seenTryNb } from '#messages/seen-try-nb.ts';
import { serverTrier } from './try-server.ts';

export const tryServer = serverTrier(nb, seenTryNb);
