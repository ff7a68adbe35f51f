import type { Hono } from 'hono/tiny';
import { type CheckOptions, checkRoutes } from './check-routes.ts';
import { openApiRoutes } from './openapi-document.ts';
import { recommendRoutes } from './recommend-routes.ts';
import { serveRoutes } from './routes.ts';

/** The whole API, which runs as a function for each capability when it is deployed. */
export const createApp = (options: CheckOptions): Hono =>
  serveRoutes({ ...checkRoutes(options), ...recommendRoutes(options), ...openApiRoutes }, options.log);
