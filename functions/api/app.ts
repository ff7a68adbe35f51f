import type { Hono } from 'hono/tiny';
import { type CheckOptions, checkRoutes } from './check-routes.ts';
import { openApiRoutes } from './openapi-document.ts';
import { recommendRoutes } from './recommend-routes.ts';
import { serveRoutes } from './routes.ts';

export interface AppOptions extends CheckOptions {
  readonly log?: (error: unknown) => void;
}

/** The whole API, which runs as a function for each capability when it is deployed. */
export const createApp = ({ log, ...options }: AppOptions): Hono =>
  serveRoutes({ ...checkRoutes(options), ...recommendRoutes(options), ...openApiRoutes }, log);
