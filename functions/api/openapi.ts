import { answerWhole } from './lambda.ts';
import { openApiRoutes } from './openapi-document.ts';
import { serveRoutes } from './routes.ts';

/** The Lambda function that describes the API. JSON Schema costs 22 KiB, which no check should load. */
export const handler = answerWhole(serveRoutes(openApiRoutes));
