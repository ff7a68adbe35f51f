import type { RequestFailure, Text } from './messages.ts';

/** Why the service gave no answer. Tools that ask it without a report need no other words of the report. */
export const requestFailures: Readonly<Record<RequestFailure, Text>> = {
  NETWORK: {
    fact: 'The e-mail check could not be reached.',
    action: 'Make sure that you are online, and try again.',
  },
  RATE_LIMITED: {
    fact: 'Many questions have come in a short time.',
    action: 'Wait a minute, and try again.',
  },
  INTERNAL: {
    fact: 'Something went wrong on our side, and there was no answer.',
    action: 'Try again in a moment.',
  },
};
