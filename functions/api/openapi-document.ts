import * as z from 'zod/mini';
import { reportSchema, spfNode } from '#core/report.ts';
import { errorSchema } from './errors.ts';
import { evaluationSchema } from './evaluation.ts';
import { checkParameters, evaluateParameters } from './parameters.ts';
import type { Routes } from './routes.ts';

/** A JSON Schema for each name, from the schemas that the program itself reads and writes by. */
const schemas = (): Record<string, unknown> => {
  const named = z.registry<{ id: string }>();
  named.add(reportSchema, { id: 'Report' });
  named.add(spfNode, { id: 'SpfNode' });
  named.add(evaluationSchema, { id: 'Evaluation' });
  named.add(errorSchema, { id: 'Error' });
  // `input`: a client takes fields that it does not know, so that later versions may add some.
  const made = z.toJSONSchema(named, { uri: (id) => `#/components/schemas/${id}`, io: 'input' });
  return Object.fromEntries(Object.entries(made.schemas).map(([id, { $id, $schema, ...schema }]) => [id, schema]));
};

const parameters = (schema: typeof checkParameters | typeof evaluateParameters) => {
  const { properties = {}, required = [] } = z.toJSONSchema(schema, { io: 'input' });
  return Object.entries(properties).map(([name, property]) => {
    const { description, ...rest } = typeof property === 'object' ? property : {};
    return { name, in: 'query', required: required.includes(name), description, schema: rest };
  });
};

const json = (description: string, schema: object) => ({ description, content: { 'application/json': { schema } } });
const reference = (id: string) => ({ $ref: `#/components/schemas/${id}` });

const operation = (summary: string, ok: object, query: ReturnType<typeof parameters> = []) => ({
  get: {
    summary,
    parameters: query,
    responses: {
      200: json('The answer.', ok),
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
      reference('Report'),
      parameters(checkParameters),
    ),
    '/api/spf/evaluate': operation(
      'check_host of RFC 7208: may this client send mail for this domain?',
      reference('Evaluation'),
      parameters(evaluateParameters),
    ),
    '/api/openapi.json': operation('This document.', { type: 'object' }),
    '/api/health': operation('Is the service up? Asks no DNS.', {
      type: 'object',
      required: ['status'],
      properties: { status: { const: 'ok' } },
    }),
  },
  components: { schemas: schemas() },
});

export const openApiRoutes: Routes = { '/api/openapi.json': (c) => c.json(openApi()) };
