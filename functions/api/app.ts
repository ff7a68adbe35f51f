import type { Hono } from 'hono/tiny';
import { addressRoutes } from './address-routes.ts';
import { type CheckOptions, checkRoutes } from './check-routes.ts';
import { type MailOptions, mailRoutes } from './mail-routes.ts';
import { openApiRoutes } from './openapi-document.ts';
import { type PublicationOptions, publicationRoutes } from './publication-routes.ts';
import { recommendRoutes } from './recommend-routes.ts';
import { type ResultsOptions, resultsRoutes } from './results-routes.ts';
import { serveRoutes } from './routes.ts';
import { type SmtpOptions, smtpRoutes } from './smtp-routes.ts';

export interface AppOptions extends CheckOptions {
  /** Left out: what is published cannot be asked for. */
  readonly publication?: Pick<PublicationOptions, 'resolvers' | 'authorities'>;
  /** Left out: SMTP settings cannot be tried. */
  readonly smtp?: Pick<SmtpOptions, 'tester'>;
  /** Left out: results cannot be kept. */
  readonly results?: Pick<ResultsOptions, 'store' | 'secret' | 'clientOf'>;
  /** Left out: results cannot be mailed. */
  readonly mail?: Omit<MailOptions, 'now' | 'log'>;
}

/** The whole API, which runs as a function for each capability when it is deployed. */
export const createApp = ({ publication, smtp, results, mail, ...options }: AppOptions): Hono =>
  serveRoutes(
    {
      ...checkRoutes(options),
      ...recommendRoutes(options),
      ...addressRoutes(options),
      ...(publication === undefined ? {} : publicationRoutes({ ...options, ...publication })),
      ...(smtp === undefined ? {} : smtpRoutes({ ...options, ...smtp })),
      ...(results === undefined ? {} : resultsRoutes({ ...options, ...results })),
      ...(mail === undefined ? {} : mailRoutes({ ...mail, ...options })),
      ...openApiRoutes,
    },
    options.log,
  );
