import type { UnsubscribeTexts } from './unsubscribe.ts';

export const unsubscribeEn: UnsubscribeTexts = {
  heading: 'Stop these mails',
  description: 'Stop mail from the e-mail check to your address.',
  lead: 'Press the button, and your address gets no more mail from the e-mail check.',
  button: 'Stop the mail',
  working: 'Stopping the mail …',
  done: 'The address gets no more mail from the e-mail check.',
  failed: 'Something went wrong, and the address may still get mail from here. Try again in a moment.',
  broken: 'The link is incomplete. Open it from the mail again, or copy the whole link from there.',
  withoutScript: 'This page needs JavaScript, which is switched off in your browser.',
};
