import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { serveStatic } from '@hono/node-server/serve-static';
import { compress } from 'hono/compress';
import { Hono } from 'hono/tiny';
import { securityHeaders, siteCaching } from '../site-headers.ts';

/**
 * What the content network and the API gateway do together, on one port.
 *
 * @param api answers everything below `/api/`.
 * @param site the folder of the built site; a path that ends at a folder is answered by its `index.html`.
 */
export const createLocalApp = (api: Hono, site: string): Hono => {
  const app = new Hono();
  // It knows the types that are worth it. The lines of a check are not among them, and so are never held back.
  app.use(compress());
  app.use(async (c, next) => {
    await next();
    for (const [name, value] of Object.entries(securityHeaders)) c.header(name, value);
    if (c.res.headers.has('cache-control')) return;
    const isHashed = c.res.ok && c.req.path.startsWith('/_astro/');
    c.header('cache-control', isHashed ? siteCaching.hashed : siteCaching.pages);
  });
  app.all('/api/*', (c) => api.fetch(c.req.raw, c.env));
  // One page for every stored result: it reads the id from its address.
  for (const page of ['r', 'en/r']) app.get(`/${page}/*`, serveStatic({ root: site, path: `${page}/index.html` }));
  app.get('*', serveStatic({ root: site }));
  app.notFound(async (c) => c.html(await readFile(join(site, '404.html'), 'utf8').catch(() => 'Not found'), 404));
  return app;
};
