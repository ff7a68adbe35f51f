import { describe, expect, test } from 'vitest';
import { readConfig } from '#infra/config.ts';

const certificateArn = 'arn:aws:acm:us-east-1:111122223333:certificate/0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0';
const domain = { name: 'epostsjekk.example.com', certificateArn };
const hostedZone = { id: 'Z0123456789ABC', name: 'example.com' };

const defaults = {
  stackName: 'mab-epostsjekk',
  region: 'eu-north-1',
  logDays: 30,
  requestsPerSecond: 20,
  checksAtOnce: 25,
  domain: null,
  mail: null,
  alarms: null,
  monthlyBudget: null,
};

describe('readConfig', () => {
  test.each([
    ['nothing given: the defaults', undefined, {}],
    ['an empty object', {}, {}],
    ['some values', { logDays: 7, checksAtOnce: null }, { logDays: 7, checksAtOnce: null }],
    ['JSON text, as an option of the command gives it', '{"region":"eu-west-1"}', { region: 'eu-west-1' }],
    ['a domain whose zone is elsewhere', { domain }, { domain: { ...domain, hostedZone: null } }],
    ['a domain in a zone of Route 53', { domain: { ...domain, hostedZone } }, { domain: { ...domain, hostedZone } }],
    [
      'a domain that is the zone itself',
      { domain: { ...domain, name: 'example.com', hostedZone } },
      { domain: { ...domain, name: 'example.com', hostedZone } },
    ],
    [
      'mail, with the domain that its links lead to',
      { domain, mail: { from: "o'post+1@mail.epostsjekk.example.com" } },
      { domain: { ...domain, hostedZone: null }, mail: { from: "o'post+1@mail.epostsjekk.example.com" } },
    ],
    [
      'a budget, and whom to tell',
      { alarms: 'drift@example.com', monthlyBudget: 50 },
      { alarms: 'drift@example.com', monthlyBudget: 50 },
    ],
  ])('%s', (_reason, context, expected) => {
    expect(readConfig(context)).toEqual({ ...defaults, ...expected });
  });

  test.each([
    ['a misspelt name', { logDay: 7 }, 'logDay'],
    ['a misspelt name within', { domain: { ...domain, zone: hostedZone } }, 'zone'],
    ['a number of days that CloudWatch has not', { logDays: 8 }, 'logDays'],
    ['no rate at all', { requestsPerSecond: 0 }, 'requestsPerSecond'],
    ['no check at all', { checksAtOnce: 0 }, 'checksAtOnce'],
    ['half a dollar', { alarms: 'drift@example.com', monthlyBudget: 0.5 }, 'monthlyBudget'],
    ['a name that CloudFormation refuses', { stackName: 'a b' }, 'not the name of a stack'],
    ['a name that leaves no room for those made of it', { stackName: 'a'.repeat(51) }, 'not the name of a stack'],
    ['a zone of a region', { region: 'eu-north-1a' }, 'not a region of AWS'],
    ['a domain in capitals', { domain: { ...domain, name: 'Example.com' } }, 'not a domain name in lower case'],
    ['a web address for a domain', { domain: { ...domain, name: 'https://example.com' } }, 'not a domain name'],
    ['a single label', { domain: { ...domain, name: 'localhost' } }, 'not a domain name'],
    [
      'a certificate that CloudFront cannot read',
      { domain: { ...domain, certificateArn: certificateArn.replace('us-east-1', 'eu-north-1') } },
      'not the ARN of a certificate in us-east-1',
    ],
    [
      'the path of a zone instead of its id',
      { domain: { ...domain, hostedZone: { ...hostedZone, id: '/hostedzone/Z1' } } },
      'not the id of a hosted zone',
    ],
    [
      'a zone that only ends alike',
      { domain: { ...domain, name: 'epostsjekk.myexample.com', hostedZone } },
      'the hosted zone does not hold the domain',
    ],
    ['mail from a name', { domain, mail: { from: 'MAB <post@example.com>' } }, 'not an address'],
    ['mail from two', { domain, mail: { from: 'a@example.com,b@example.com' } }, 'not an address'],
    [
      'mail without a domain',
      { mail: { from: 'post@example.com' } },
      'mail needs a domain: its links lead to the site',
    ],
    [
      'mail from the domain above, whose other mail would be under the same policy',
      { domain, mail: { from: 'post@example.com' } },
      'the address is not at the domain of the site or below it',
    ],
    ['a budget that nobody is told of', { monthlyBudget: 50 }, 'a budget needs the address of alarms'],
    ['text that is no JSON', '{', 'JSON'],
  ])('refused: %s', (_reason, context, message) => {
    expect(() => readConfig(context)).toThrow(message);
  });
});
