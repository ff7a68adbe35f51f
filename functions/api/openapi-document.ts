import * as z from 'zod/mini';
import { receptionAnswer } from '#core/address/reception.ts';
import { publicationSchema } from '#core/publication/publication.ts';
import { reportSchema, spfNode } from '#core/report.ts';
import { smtpReportSchema } from '#core/smtp/smtp-report.ts';
import { checkLineSchema } from './check-line.ts';
import { linesType } from './check-stream.ts';
import { errorSchema } from './errors.ts';
import { evaluationSchema } from './evaluation.ts';
import { challengeSchema, mailBody, mailSchema, unsubscribedSchema } from './mail-request.ts';
import {
  addressDescriptions,
  checkDescriptions,
  type Descriptions,
  evaluateDescriptions,
  publicationDescriptions,
  recommendDescriptions,
  smtpDescriptions,
} from './parameter-descriptions.ts';
import {
  addressParameters,
  checkParameters,
  evaluateParameters,
  longestParameter,
  type Parameters,
  publicationParameters,
  recommendParameters,
  smtpParameters,
} from './parameters.ts';
import { recommendationSchema } from './recommendation.ts';
import { resultsBody } from './results-request.ts';
import type { Routes } from './routes.ts';
import { storedResultSchema } from './stored-result.ts';

/** A JSON Schema for each name, from the schemas that the program itself reads and writes by. */
const schemas = (): Record<string, unknown> => {
  const named = z.registry<{ id: string }>();
  named.add(reportSchema, { id: 'Report' });
  named.add(spfNode, { id: 'SpfNode' });
  named.add(checkLineSchema, { id: 'CheckLine' });
  named.add(evaluationSchema, { id: 'Evaluation' });
  named.add(publicationSchema, { id: 'Publication' });
  named.add(receptionAnswer, { id: 'Reception' });
  named.add(smtpReportSchema, { id: 'SmtpReport' });
  named.add(recommendationSchema, { id: 'Recommendation' });
  named.add(storedResultSchema, { id: 'StoredResult' });
  named.add(challengeSchema, { id: 'Challenge' });
  named.add(errorSchema, { id: 'Error' });
  // `input`: a client takes fields that it does not know, so that later versions may add some.
  const made = z.toJSONSchema(named, { uri: (id) => `#/components/schemas/${id}`, io: 'input' });
  return Object.fromEntries(Object.entries(made.schemas).map(([id, { $id, $schema, ...schema }]) => [id, schema]));
};

const parameters = <P extends Parameters>(all: P, descriptions: Descriptions<P>) =>
  Object.entries(all).map(([name, need]) => ({
    name,
    in: 'query',
    required: need === 'required',
    description: descriptions[name],
    schema: { type: 'string', maxLength: longestParameter },
  }));

const json = (description: string, schema: object) => ({ description, content: { 'application/json': { schema } } });
const reference = (id: string) => ({ $ref: `#/components/schemas/${id}` });

/** OpenAPI 3.1 has no word for a text of many JSON texts: the schema is of each of them. */
const reportAsItGoes = {
  description: `The report. With \`Accept: ${linesType}\` the check as it goes, one JSON text a line and each sent when it is known: parts, then the report, or an error in its place. The schema is of a line.`,
  content: { 'application/json': { schema: reference('Report') }, [linesType]: { schema: reference('CheckLine') } },
};

const answer = (schema: object) => json('The answer.', schema);

/** What any path may answer, but the one that says whether the service is up. */
const failures = {
  500: json('An error of the service.', reference('Error')),
  503: {
    ...json('More is asked of the service than it can answer at once.', reference('Error')),
    headers: { 'Retry-After': { description: 'Seconds until it may be asked again.', schema: { type: 'integer' } } },
  },
};

const operation = (summary: string, ok: ReturnType<typeof json>, query: ReturnType<typeof parameters> = []) => ({
  get: {
    summary,
    parameters: query,
    responses: {
      200: ok,
      ...(query.length > 0 && {
        400: json('A parameter is missing or wrong: the code says which and how.', reference('Error')),
      }),
      405: json('Another method than GET and HEAD.', reference('Error')),
      ...failures,
    },
  },
});

/** A path that takes a body of JSON. */
const taking = (
  summary: string,
  body: z.core.$ZodType,
  [status, taken]: readonly [number, ReturnType<typeof json>],
  refused: Readonly<Record<number, string>>,
) => ({
  post: {
    summary,
    requestBody: { required: true, content: { 'application/json': { schema: z.toJSONSchema(body, { io: 'input' }) } } },
    responses: {
      [status]: taken,
      405: json('Another method than POST.', reference('Error')),
      413: json('The body is too large.', reference('Error')),
      ...failures,
      ...Object.fromEntries(Object.entries(refused).map(([code, why]) => [code, json(why, reference('Error'))])),
    },
  },
});

const unsubscribeParameters = [
  { name: 'token', in: 'query', required: true, description: 'From a mail.', schema: { type: 'string' } },
  { name: 'language', in: 'query', required: false, description: 'Of the page: nb or en.', schema: { type: 'string' } },
];

/** The API in OpenAPI 3.1: https://spec.openapis.org/oas/v3.1.1 */
const openApi = () => ({
  openapi: '3.1.1',
  info: { title: 'MAB E-postsjekk', version: '1' },
  paths: {
    '/api/check': operation(
      'Checks the SPF, DKIM, DMARC and MX records that mail from MAB with this domain as sender depends on.',
      reportAsItGoes,
      parameters(checkParameters, checkDescriptions),
    ),
    '/api/spf/evaluate': operation(
      'check_host of RFC 7208: may this client send mail for this domain?',
      answer(reference('Evaluation')),
      parameters(evaluateParameters, evaluateDescriptions),
    ),
    '/api/spf/recommend': operation(
      'The SPF record that should stand at the domain, proven, with what its owner chose.',
      answer(reference('Recommendation')),
      parameters(recommendParameters, recommendDescriptions),
    ),
    '/api/publication': operation(
      'What the domain’s own name servers say of its records beside what resolvers say, and by when all caches must show it.',
      answer(reference('Publication')),
      parameters(publicationParameters, publicationDescriptions),
    ),
    '/api/address': operation(
      'Does the domain of an address take mail, as far as DNS says?',
      answer(reference('Reception')),
      parameters(addressParameters, addressDescriptions),
    ),
    '/api/smtp': operation(
      'What an SMTP server offers, at public addresses only, and what to set in MAB. Nobody logs in, and nothing is sent.',
      answer(reference('SmtpReport')),
      parameters(smtpParameters, smtpDescriptions),
    ),
    '/api/results': taking(
      'Checks the domain, and keeps the result for 180 days.',
      resultsBody,
      [201, json('The result, with the id that it is kept by.', reference('StoredResult'))],
      {
        400: 'The body is no JSON of the form, or names no domain.',
        422: 'The report is larger than what is kept.',
        429: 'So many results are kept today already, of the domain, for the client or in all.',
      },
    ),
    '/api/results/{id}': {
      get: {
        summary: 'A result as it was.',
        parameters: [
          { name: 'id', in: 'path', required: true, description: 'As `7KQ4-M2XD`.', schema: { type: 'string' } },
        ],
        responses: {
          200: json('The answer.', reference('StoredResult')),
          404: json('There is none by that id, or none any more.', reference('Error')),
          405: json('Another method than GET and HEAD.', reference('Error')),
          ...failures,
        },
      },
    },
    '/api/mail/challenge': operation(
      'What a client’s machine has to work on before a mail is sent: ALTCHA version 2, PBKDF2/SHA-256. Valid for ten minutes.',
      answer(reference('Challenge')),
    ),
    '/api/mail': taking(
      'Mails a stored result to one address, with its records and its link.',
      mailBody,
      [202, json('It is on its way.', z.toJSONSchema(mailSchema))],
      {
        400: 'The body is no JSON of the form, or the address is none.',
        404: 'There is no result by that id, or none any more.',
        422: 'The proof does not answer a challenge of the service, is too old or was used; or the address gets no mail from here.',
        429: 'So many mails were sent today already, to the address, about the domain, for the client or in all.',
        502: 'The mail was not taken.',
      },
    ),
    '/api/mail/unsubscribe': {
      get: {
        summary: 'Leads to the page where its reader can say no to more mail.',
        parameters: unsubscribeParameters,
        responses: { 303: { description: 'The page.' }, ...failures },
      },
      post: {
        summary: 'The address that the token is for gets no more mail (RFC 8058: the body says nothing more).',
        parameters: unsubscribeParameters,
        responses: {
          200: json('It gets none.', z.toJSONSchema(unsubscribedSchema)),
          404: json('The service made no such token.', reference('Error')),
          ...failures,
        },
      },
    },
    '/api/openapi.json': operation('This document.', answer({ type: 'object' })),
    '/api/health': {
      get: {
        summary: 'Is the service up? Asks no DNS.',
        parameters: [],
        responses: {
          200: answer({ type: 'object', required: ['status'], properties: { status: { const: 'ok' } } }),
          405: json('Another method than GET and HEAD.', reference('Error')),
        },
      },
    },
  },
  components: { schemas: schemas() },
});

export const openApiRoutes: Routes = { '/api/openapi.json': (c) => c.json(openApi()) };
