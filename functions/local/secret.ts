import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { type Secret, secretOf } from '#api/secret.ts';

/**
 * The secret of this installation, made at the first start and kept in a file that only its owner reads: links to unsubscribe
 * in mail that was sent, and the addresses that were noted by them, depend on it.
 *
 * @throws Error where the file cannot be read or written, or holds less than a secret has.
 */
export const ownSecret = (file: string): Secret => {
  mkdirSync(dirname(file), { recursive: true });
  try {
    // `wx`: where several begin at once, one of them makes it.
    writeFileSync(file, `${randomBytes(32).toString('base64url')}\n`, { flag: 'wx', mode: 0o600 });
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  }
  return secretOf(readFileSync(file, 'utf8').trim());
};
