import * as z from 'zod/mini';
import { publicationSchema } from '#core/publication/publication.ts';
import { reportSchema, spfNode } from '#core/report.ts';
import { checkLineSchema } from './check-line.ts';
import { linesType } from './check-stream.ts';
import { errorSchema } from './errors.ts';
import { evaluationSchema } from './evaluation.ts';
import {
  checkParameters,
  evaluateParameters,
  longestParameter,
  type Parameters,
  publicationParameters,
  recommendParameters,
} from './parameters.ts';
import { recommendationSchema } from './recommendation.ts';
import type { Routes } from './routes.ts';
import { resultsBody, storedResultSchema } from './stored-result.ts';

/** A JSON Schema for each name, from the schemas that the program itself reads and writes by. */
const schemas = (): Record<string, unknown> => {
  const named = z.registry<{ id: string }>();
  named.add(reportSchema, { id: 'Report' });
  named.add(spfNode, { id: 'SpfNode' });
  named.add(checkLineSchema, { id: 'CheckLine' });
  named.add(evaluationSchema, { id: 'Evaluation' });
  named.add(publicationSchema, { id: 'Publication' });
  named.add(recommendationSchema, { id: 'Recommendation' });
  named.add(storedResultSchema, { id: 'StoredResult' });
  named.add(errorSchema, { id: 'Error' });
  // `input`: a client takes fields that it does not know, so that later versions may add some.
  const made = z.toJSONSchema(named, { uri: (id) => `#/components/schemas/${id}`, io: 'input' });
  return Object.fromEntries(Object.entries(made.schemas).map(([id, { $id, $schema, ...schema }]) => [id, schema]));
};

const parameters = (all: Parameters) =>
  Object.entries(all).map(([name, { description, required }]) => ({
    name,
    in: 'query',
    required,
    description,
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
      500: json('An error of the service.', reference('Error')),
    },
  },
});

/** The API in OpenAPI 3.1: https://spec.openapis.org/oas/v3.1.1 */
const openApi = () => ({
  openapi: '3.1.1',
  info: { title: 'MAB E-postsjekk', version: '1' },
  paths: {
    '/api/check': operation(
      'Checks the SPF, DKIM, DMARC and MX records that mail from MAB with this domain as sender depends on.',
      reportAsItGoes,
      parameters(checkParameters),
    ),
    '/api/spf/evaluate': operation(
      'check_host of RFC 7208: may this client send mail for this domain?',
      answer(reference('Evaluation')),
      parameters(evaluateParameters),
    ),
    '/api/spf/recommend': operation(
      'The SPF record that should stand at the domain, proven, with what its owner chose.',
      answer(reference('Recommendation')),
      parameters(recommendParameters),
    ),
    '/api/publication': operation(
      'What the domain’s own name servers say of its records beside what resolvers say, and by when all caches must show it.',
      answer(reference('Publication')),
      parameters(publicationParameters),
    ),
    '/api/results': {
      post: {
        summary: 'Checks the domain, and keeps the result for 180 days.',
        requestBody: { required: true, content: { 'application/json': { schema: z.toJSONSchema(resultsBody) } } },
        responses: {
          201: json('The result, with the id that it is kept by.', reference('StoredResult')),
          400: json('The body is no JSON of the form, or names no domain.', reference('Error')),
          405: json('Another method than POST.', reference('Error')),
          413: json('The body is too large.', reference('Error')),
          422: json('The report is larger than what is kept.', reference('Error')),
          429: json(
            'So many results are kept today already, of the domain, for the client or in all.',
            reference('Error'),
          ),
          500: json('An error of the service.', reference('Error')),
        },
      },
    },
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
          500: json('An error of the service.', reference('Error')),
        },
      },
    },
    '/api/openapi.json': operation('This document.', answer({ type: 'object' })),
    '/api/health': operation(
      'Is the service up? Asks no DNS.',
      answer({ type: 'object', required: ['status'], properties: { status: { const: 'ok' } } }),
    ),
  },
  components: { schemas: schemas() },
});

export const openApiRoutes: Routes = { '/api/openapi.json': (c) => c.json(openApi()) };
