import type { Context } from 'hono';
import { Hono } from 'hono/tiny';
import type { ApiError } from './errors.ts';

export type Answer = (c: Context) => Response | Promise<Response>;

/** What answers each path: GET, or each method that is taken there. */
export type Routes = Readonly<Record<string, Answer | Readonly<Partial<Record<'GET' | 'POST', Answer>>>>>;

export const statuses = {
  MISSING_PARAMETER: 400,
  REPEATED_PARAMETER: 400,
  PARAMETER_TOO_LONG: 400,
  INVALID_DOMAIN: 400,
  INVALID_SMTP_SETTINGS: 400,
  INVALID_IP: 400,
  INVALID_CHOICES: 400,
  INVALID_BODY: 400,
  INVALID_ADDRESS: 400,
  NOT_FOUND: 404,
  METHOD_NOT_ALLOWED: 405,
  BODY_TOO_LARGE: 413,
  RESULT_TOO_LARGE: 422,
  PROOF_REFUSED: 422,
  RECIPIENT_REFUSED: 422,
  LIMIT_REACHED: 429,
  INTERNAL: 500,
  MAIL_FAILED: 502,
  BUSY: 503,
} as const satisfies Record<ApiError['code'], number>;

export const refuse = (c: Context, error: ApiError): Response => c.json({ error }, statuses[error.code]);

/**
 * Request → Response, with neither server nor event around it: the routes, and all that is the same for each of them.
 *
 * @param log takes what nobody foresaw, once for each request; the client is told `INTERNAL` and no more.
 */
export const serveRoutes = (routes: Routes, log: (error: unknown) => void = console.error): Hono => {
  const app = new Hono();
  app.use(async (c, next) => {
    await next();
    // DNS is read anew at every check; only the DNS client, which knows the TTLs, may keep answers.
    c.header('cache-control', 'no-store');
    c.header('x-content-type-options', 'nosniff');
  });
  for (const [path, taken] of Object.entries(routes)) {
    const answers = Object.entries(typeof taken === 'function' ? { GET: taken } : taken);
    for (const [method, answer] of answers) app.on(method, path, answer);
    app.all(path, (c) => {
      // Hono answers HEAD by GET, without the body.
      const allowed = answers.flatMap(([method]) => (method === 'GET' ? [method, 'HEAD'] : method));
      c.header('allow', allowed.join(', '));
      return refuse(c, { code: 'METHOD_NOT_ALLOWED', allowed });
    });
  }
  app.notFound((c) => refuse(c, { code: 'NOT_FOUND' }));
  app.onError((error, c) => {
    log(error);
    return refuse(c, { code: 'INTERNAL' });
  });
  return app;
};
