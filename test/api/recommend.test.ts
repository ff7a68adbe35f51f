import { describe, expect, test } from 'vitest';
import { createApp } from '#api/app.ts';
import { recommendationSchema } from '#api/recommendation.ts';
import { type Zone, zoneResolver } from '#test/zone.ts';

const zone: Zone = {
  'example.com': [{ TXT: 'v=spf1 include:_spf.shop.example ~all' }, { MX: [10, 'mx.example.com'] }],
  'new.example': [{ MX: [10, 'new-example.mail.protection.outlook.com'] }],
  'ambiguous.example': [{ TXT: 'v=spf1 both.example -all' }],
  'both.example': [{ A: '192.0.2.9' }, { TXT: 'v=spf1 ip4:192.0.2.10 -all' }],
  'silent.example': [{ FAIL: 'timeout' }],
  '_spf.shop.example': [{ TXT: 'v=spf1 ip4:192.0.2.1 -all' }],
  '_spf.mab.no': [{ TXT: 'v=spf1 ip4:192.0.2.64/27 ip6:2001:db8:6d61::/48 -all' }],
  'sendgrid.net': [{ TXT: 'v=spf1 ip4:198.51.100.0/24 ~all' }],
  'spf.protection.outlook.com': [{ TXT: 'v=spf1 ip4:203.0.113.0/24 -all' }],
};

const get = async (domain: string, choices?: unknown) => {
  const app = createApp({ dns: { resolver: () => zoneResolver(zone) } });
  const query = new URLSearchParams({ domain });
  if (choices !== undefined) query.set('choices', typeof choices === 'string' ? choices : JSON.stringify(choices));
  const response = await app.request(`/api/spf/recommend?${query}`);
  return { status: response.status, body: await response.json() };
};

const recommend = async (domain: string, choices?: unknown) => {
  const { status, body } = await get(domain, choices);
  expect(status).toBe(200);
  const recommendation = recommendationSchema.parse(body);
  expect(recommendation).toEqual(body);
  return recommendation;
};

describe('GET /api/spf/recommend', () => {
  test.each([
    [
      'without choices: as the check has it',
      'example.com',
      undefined,
      'v=spf1 include:_spf.mab.no include:_spf.shop.example ~all',
    ],
    [
      'a service that was ticked',
      'example.com',
      { services: ['SendGrid'] },
      'v=spf1 include:_spf.mab.no include:_spf.shop.example include:sendgrid.net ~all',
    ],
    [
      'an address that was typed, before all',
      'example.com',
      { senders: ['192.0.2.33'] },
      'v=spf1 include:_spf.mab.no include:_spf.shop.example ip4:192.0.2.33 ~all',
    ],
    [
      'no record yet: what the MX tells',
      'new.example',
      undefined,
      'v=spf1 include:_spf.mab.no include:spf.protection.outlook.com ~all',
    ],
    [
      'an advised change switched off by its id',
      'new.example',
      { switched: ['ALL_ADDED > ~all'] },
      'v=spf1 include:_spf.mab.no include:spf.protection.outlook.com',
    ],
    [
      'a question answered',
      'ambiguous.example',
      { answers: { 'both.example': 'a:both.example' } },
      'v=spf1 include:_spf.mab.no a:both.example -all',
    ],
  ])('%s', async (_reason, domain, choices, record) => {
    const { correction } = await recommend(domain, choices);
    expect(correction).toMatchObject({ kind: 'corrected', record, proof: { holds: true } });
  });

  test('a question that is not answered: no record', async () => {
    expect((await recommend('ambiguous.example')).correction).toMatchObject({
      kind: 'questions',
      record: null,
      questions: [
        { id: 'both.example', term: 'both.example', options: ['include:both.example', 'a:both.example', ''] },
      ],
    });
  });

  test('says what became of each sender that was named', async () => {
    const { senders } = await recommend('example.com', {
      services: ['SendGrid', 'Zendesk', 'Nobody'],
      senders: ['nothing.example', '-all', 'silent.example'],
    });
    expect(senders).toEqual([
      { kind: 'service', text: 'SendGrid', reading: { kind: 'terms', terms: ['include:sendgrid.net'] } },
      { kind: 'service', text: 'Zendesk', reading: { kind: 'nothing_there' } },
      { kind: 'service', text: 'Nobody', reading: { kind: 'unreadable' } },
      { kind: 'typed', text: 'nothing.example', reading: { kind: 'nothing_there' } },
      { kind: 'typed', text: '-all', reading: { kind: 'unreadable' } },
      { kind: 'typed', text: 'silent.example', reading: { kind: 'unanswered' } },
    ]);
  });

  test('DNS does not answer: no record', async () => {
    expect((await recommend('silent.example')).correction).toMatchObject({ kind: 'unanswered', record: null });
  });

  test.each([
    ['no domain', '', {}, { code: 'INVALID_DOMAIN', problem: 'EMPTY' }],
    ['no JSON', 'example.com', '{', { code: 'INVALID_CHOICES' }],
    ['another form', 'example.com', { services: 'SendGrid' }, { code: 'INVALID_CHOICES' }],
    ['a name that is not known', 'example.com', { service: ['SendGrid'] }, { code: 'INVALID_CHOICES' }],
    ['more than anybody has', 'example.com', { senders: Array(51).fill('a') }, { code: 'INVALID_CHOICES' }],
  ])('refuses: %s', async (_reason, domain, choices, error) => {
    expect(await get(domain, choices)).toEqual({ status: 400, body: { error } });
  });
});
