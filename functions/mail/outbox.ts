import { randomUUID } from 'node:crypto';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { From, Mailer } from './mailer.ts';
import { rawLetter } from './raw.ts';

export interface OutboxOptions {
  /** Made where it is missing. */
  readonly folder: string;
  readonly from: From;
}

/** A folder in the place of a mail server: each mail is a file there that mail programs open, and goes nowhere. */
export const openOutbox = ({ folder, from }: OutboxOptions): Mailer => ({
  send: async (letter, now) => {
    const id = randomUUID();
    await mkdir(folder, { recursive: true });
    // In the order of sending, with no colon, which not every file system takes.
    const file = join(folder, `${now.toISOString().replaceAll(':', '-')} ${id}`);
    await writeFile(file, await rawLetter(letter, from, id, now));
    await rename(file, `${file}.eml`);
  },
});
