import { smtpErrorNb } from '#messages/smtp-error-nb.ts';
import { readErrors } from './error-reader.ts';

export const startErrorReader = (): void => readErrors(smtpErrorNb);
