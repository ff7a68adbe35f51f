import { describe, expect, test } from 'vitest';
import { secretOf } from '#api/secret.ts';
import { unsubscribeToken } from '#api/unsubscribing.ts';
import { parseMailbox } from '#core/mailbox.ts';
import { mailsPerDay } from '#mail/limits.ts';
import { openSqliteStore } from '#store/sqlite.ts';
import type { Claims } from '#store/store.ts';
import { errorOf, start } from './mailing.ts';

const day = 24 * 60 * 60_000;

describe('a mail', () => {
  test('holds the stored result, its link and the ways out, in the language that was asked for', async () => {
    const { keep, mail, sent } = start();
    const result = await keep();
    const response = await mail(' Ola@Shop.example ', { result: result.toLowerCase(), language: 'en' });
    expect([response.status, await response.json()]).toEqual([202, { result, to: 'Ola@shop.example' }]);
    const [letter, another] = sent;
    expect(another).toBeUndefined();
    expect(letter?.to).toEqual(parseMailbox('Ola@shop.example'));
    expect(letter?.unsubscribe).toMatch(
      /^https:\/\/e\.example\/api\/mail\/unsubscribe\?token=[\w-]{43}\.[\w-]{43}&language=en$/,
    );
    const token = /token=([^&]*)/.exec(letter?.unsubscribe ?? '')?.[1];
    for (const part of [letter?.text, letter?.html?.replaceAll('&amp;', '&')]) {
      expect(part).toContain('v=spf1 include:_spf.mab.no ip4:192.0.2.1 -all');
      expect(part).toContain(`https://e.example/en/r/${result}`);
      expect(part).toContain('https://e.example/en/?domain=shop.example');
      expect(part).toContain(`https://e.example/en/unsubscribe/#${token}`);
    }
  });

  test('holds what the owner chose, where the result does', async () => {
    const { post, mail, sent } = start();
    const choices = { senders: ['198.51.100.7'] };
    const stored = await post('/api/results', { domain: 'shop.example', choices });
    const { id, report } = (await stored.json()) as { id: string; report: { records: { value: string }[] } };
    const record = 'v=spf1 include:_spf.mab.no ip4:192.0.2.1 ip4:198.51.100.7 -all';
    expect(report.records[0]?.value).toBe(record);
    await mail('post@shop.example', { result: id });
    expect(sent[0]?.text).toContain(record);
  });
});

describe('what is refused', () => {
  test.each([
    ['no address', 'post.shop.example'],
    ['two addresses', 'a@shop.example,b@shop.example'],
    ['a header behind it', 'a@shop.example\r\nBcc: b@shop.example'],
    ['a name with it', 'Kjøp nå <a@shop.example>'],
  ])('%s', async (_why, to) => {
    const { mail, sent } = start();
    expect(await errorOf(await mail(to))).toEqual([400, 'INVALID_ADDRESS']);
    expect(sent).toEqual([]);
  });

  test.each([
    ['a text of the sender', { message: 'Kjøp nå' }],
    ['a subject of the sender', { subject: 'Kjøp nå' }],
    ['a report', { report: {} }],
    ['another language', { language: 'sv' }],
    ['no proof', { proof: undefined }],
    ['several addresses', { to: ['a@shop.example'] }],
  ])('a body with %s', async (_why, changes) => {
    const { mail, sent } = start();
    expect(await errorOf(await mail('post@shop.example', changes))).toEqual([400, 'INVALID_BODY']);
    expect(sent).toEqual([]);
  });

  test.each(['7KQ4-M2XD', 'shop.example', ''])('a result that is not there: "%s"', async (result) => {
    expect(await errorOf(await start().mail('post@shop.example', { result }))).toEqual([404, 'NOT_FOUND']);
  });

  test('a result that is gone', async () => {
    const { keep, mail, pass } = start();
    const result = await keep();
    pass(180 * day);
    // The proof is of then too, for the service; the library that verifies it reads the real time, which is earlier.
    expect(await errorOf(await mail('post@shop.example', { result }))).toEqual([404, 'NOT_FOUND']);
  });
});

describe('the proof', () => {
  test('is good for one mail, however many ask at once', async () => {
    const { prove, mail, sent } = start();
    const proof = await prove();
    const answers = await Promise.all([1, 2, 3, 4].map((each) => mail(`p${each}@shop.example`, { proof })));
    expect(answers.map(({ status }) => status).sort()).toEqual([202, 422, 422, 422]);
    expect(sent).toHaveLength(1);
  });

  test('ends', async () => {
    const { prove, mail, pass } = start();
    const proof = await prove();
    pass(10 * 60_000);
    expect(await errorOf(await mail('post@shop.example', { proof }))).toEqual([422, 'PROOF_REFUSED']);
  });

  type Proof = Awaited<ReturnType<ReturnType<typeof start>['prove']>>;
  test.each<[why: string, forge: (proof: Proof) => unknown]>([
    [
      'without work',
      ({ challenge, solution }) => ({ challenge, solution: { ...solution, derivedKey: '00'.repeat(32) } }),
    ],
    [
      'made easier',
      ({ challenge, solution }) => ({
        challenge: { ...challenge, parameters: { ...challenge.parameters, keyPrefix: '00' } },
        solution,
      }),
    ],
    [
      'made longer',
      ({ challenge, solution }) => ({
        challenge: {
          ...challenge,
          parameters: { ...challenge.parameters, expiresAt: challenge.parameters.expiresAt + 86_400 },
        },
        solution,
      }),
    ],
    [
      'with a signature of one’s own',
      ({ challenge, solution }) => ({ challenge: { ...challenge, signature: '00'.repeat(32) }, solution }),
    ],
  ])('cannot be forged: %s', async (_why, forge) => {
    const { prove, mail, sent } = start();
    const proof = forge(await prove());
    expect(await errorOf(await mail('post@shop.example', { proof }))).toEqual([422, 'PROOF_REFUSED']);
    expect(sent).toEqual([]);
  });
});

describe('a day has room for so many mails', () => {
  const times = <T>(count: number, make: (i: number) => T): T[] => Array.from({ length: count }, (_, i) => make(i));

  test('to one recipient, however the address is written, and however many ask at once', async () => {
    let client = 0;
    const { keep, mail, sent, pass } = start({ client: () => `198.51.100.${client++ % 200}` });
    const result = await keep();
    const ways = ['ola@shop.example', 'OLA@shop.example', 'ola+1@shop.example', 'Ola+2@Shop.example'];
    const answers = await Promise.all(times(12, (i) => mail(ways[i % 4] ?? '', { result })));
    expect(answers.filter(({ status }) => status === 202)).toHaveLength(mailsPerDay.recipient);
    expect(sent).toHaveLength(mailsPerDay.recipient);
    expect(await errorOf(await mail('ola@shop.example', { result }))).toEqual([429, 'LIMIT_REACHED']);
    expect((await mail('kari@shop.example', { result })).status).toBe(202);
    pass(day);
    expect((await mail('ola@shop.example', { result })).status).toBe(202);
  });

  test('to all at one company, and not to all who have their mail at one provider', async () => {
    let client = 0;
    const { keep, mail, sent } = start({ client: () => `198.51.100.${client++ % 200}` });
    const results = await Promise.all(times(4, (i) => keep(`s${i}.example`)));
    const ask = (domain: string) => Promise.all(times(30, (i) => mail(`r${i}@${domain}`, { result: results[i % 4] })));
    await ask('shop.example');
    expect(sent).toHaveLength(mailsPerDay.recipients);
    await ask('gmail.com');
    // Ten about each of four domains.
    expect(sent).toHaveLength(4 * mailsPerDay.domain);
  });

  test('about one domain', async () => {
    let client = 0;
    const { keep, mail, sent } = start({ client: () => `198.51.100.${client++ % 200}` });
    const result = await keep();
    await Promise.all(times(2 * mailsPerDay.domain, (i) => mail(`r${i}@shop.example`, { result })));
    expect(sent).toHaveLength(mailsPerDay.domain);
    expect((await mail('other@shop.example', { result: await keep('other.example') })).status).toBe(202);
  });

  test('asked for by one client', async () => {
    let client = '198.51.100.1';
    const { keep, mail, sent } = start({ client: () => client });
    const results = await Promise.all(times(2 * mailsPerDay.client, (i) => keep(`s${i}.example`)));
    await Promise.all(results.map((result, i) => mail(`r${i}@shop.example`, { result })));
    expect(sent).toHaveLength(mailsPerDay.client);
    client = '198.51.100.2';
    expect((await mail('other@shop.example', { result: results[0] })).status).toBe(202);
  });
});

describe('who does not want mail', () => {
  const tokenOf = (unsubscribe: string): string => new URL(unsubscribe).pathname + new URL(unsubscribe).search;

  test('says so with the link, once and for all addresses of the mailbox, and gets none', async () => {
    const { app, mail, sent, pass } = start();
    await mail('ola@shop.example');
    const link = tokenOf(sent[0]?.unsubscribe ?? '');
    const body = new URLSearchParams({ 'List-Unsubscribe': 'One-Click' });
    const answer = await app.request(link, { method: 'POST', body });
    expect([answer.status, await answer.json()]).toEqual([200, { reason: 'unsubscribed' }]);
    expect((await app.request(link, { method: 'POST' })).status).toBe(200);
    pass(400 * day);
    expect(await errorOf(await mail('Ola+1@shop.example'))).toEqual([422, 'RECIPIENT_REFUSED']);
    expect(sent).toHaveLength(1);
    expect((await mail('kari@shop.example')).status).toBe(202);
  });

  test('is led to the page by the link, and nothing is changed yet', async () => {
    const { app, mail, sent } = start();
    await mail('ola@shop.example');
    const link = tokenOf(sent[0]?.unsubscribe ?? '');
    const token = new URLSearchParams(link.split('?')[1]).get('token');
    const answer = await app.request(link);
    expect([answer.status, answer.headers.get('location')]).toEqual([303, `/avmelding/#${token}`]);
    expect((await app.request(link.replace('=nb', '=en'))).headers.get('location')).toBe(`/en/unsubscribe/#${token}`);
    expect((await mail('ola@shop.example')).status).toBe(202);
  });

  test.each([
    ['none', ''],
    ['a word', 'x'],
    ['a key without its seal', `${'a'.repeat(43)}.`],
    ['a key with another’s seal', `${'a'.repeat(43)}.${'b'.repeat(43)}`],
  ])('cannot be made to say so by others: %s', async (_why, token) => {
    const answer = await start().app.request(`/api/mail/unsubscribe?token=${token}`, { method: 'POST' });
    expect(await errorOf(answer)).toEqual([404, 'NOT_FOUND']);
  });

  test('the link of another installation is none', async () => {
    const token = await unsubscribeToken(secretOf('another secret that is as long as it has to be'), 'a'.repeat(43));
    const answer = await start().app.request(`/api/mail/unsubscribe?token=${token}`, { method: 'POST' });
    expect(await errorOf(answer)).toEqual([404, 'NOT_FOUND']);
  });
});

test('a mail that is not taken is said so, and the address is in no log', async () => {
  const refuse = Object.assign(new Error('Email address is not verified: ola@shop.example'), {
    name: 'MessageRejected',
  });
  const { mail, said } = start({ mailer: { send: () => Promise.reject(refuse) } });
  expect(await errorOf(await mail('ola@shop.example'))).toEqual([502, 'MAIL_FAILED']);
  expect(said).toEqual(['A mail was not taken: MessageRejected']);
});

test('what is kept of a recipient and a client is no address', async () => {
  const store = openSqliteStore(':memory:');
  const keys: string[] = [];
  const take: Claims['take'] = (claims, now) => {
    keys.push(...claims.map(({ key }) => key));
    return store.claims.take(claims, now);
  };
  expect((await start({ store: { ...store, claims: { take } } }).mail('ola@shop.example')).status).toBe(202);
  expect(keys.some((key) => /^mail recipient [\w-]{43} /.test(key))).toBe(true);
  expect(keys.filter((key) => /ola|192\.0\.2/.test(key))).toEqual([]);
});
