import { smtpErrorEn } from '#messages/smtp-error-en.ts';
import { readErrors } from './error-reader.ts';

export const startErrorReader = (): void => readErrors(smtpErrorEn);
