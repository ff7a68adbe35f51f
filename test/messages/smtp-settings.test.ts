import { describe, expect, test } from 'vitest';
import { languages } from '#messages/languages.ts';
import { smtpText } from '#messages/smtp-settings.ts';
import { smtpEn } from '#messages/smtp-settings-en.ts';
import { smtpNb } from '#messages/smtp-settings-nb.ts';
import { smtpFindings, wordsOfSmtp } from './smtp-texts.ts';

describe.each(languages)('%s', (language) => {
  test.each(wordsOfSmtp(language))('$of: $text', ({ text }) => {
    expect(text).toMatch(/^\S.*[.?]$/s);
    expect(text).not.toMatch(/undefined|null|NaN|\[object|Invalid/);
  });

  test('nothing but what works goes without something to do', () => {
    const texts = { nb: smtpNb, en: smtpEn }[language];
    const idle = smtpFindings.filter((finding) => smtpText(finding, texts).action === null);
    expect(new Set(idle.map(({ code }) => code))).toEqual(new Set(['SMTP_WORKS']));
  });
});

test('what a server wrote is shown, and nothing hides in it', () => {
  const args = { host: 'smtp.example.com', port: 587, reply: 554, text: '\u202e<b>go away' };
  expect(smtpText({ code: 'SMTP_TURNED_AWAY', args }, smtpNb).fact).toBe(
    'smtp.example.com svarer på port 587, men tok ikke imot oss. Den sa «554 [U+202E]<b>go away».',
  );
});

test('a date is one in Norway', () => {
  const args = { host: 'smtp.example.com', port: 587, until: '2026-11-30T23:30:00.000Z' };
  const facts = [smtpNb, smtpEn].map((texts) => smtpText({ code: 'SMTP_CERT_EXPIRED', args }, texts).fact);
  expect(facts).toEqual([
    'Sertifikatet til smtp.example.com gikk ut 1. desember 2026. Programmer som ser etter, bryter forbindelsen.',
    'The certificate of smtp.example.com expired on 1 December 2026. Programs that look at it break the connection.',
  ]);
});
