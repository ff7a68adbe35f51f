import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';

/** The files that a script imports at once, itself not among them. */
const importsOf = (folder: string, script: string): readonly string[] => {
  const found = new Set<string>();
  const follow = (name: string): void => {
    const source = readFileSync(join(folder, '_astro', name), 'utf8');
    for (const [, imported = ''] of source.matchAll(/(?:from|import)\s*["']\.\/([\w.-]+\.js)["']/g)) {
      if (found.has(imported)) continue;
      found.add(imported);
      follow(imported);
    }
  };
  follow(script);
  return [...found];
};

/** Names in each page what its scripts import, so that the browser fetches all of it together, in one round trip. */
export const preloadModules = (): AstroIntegration => ({
  name: 'preload-modules',
  hooks: {
    'astro:build:done': ({ dir }) => {
      const folder = fileURLToPath(dir);
      for (const page of globSync('**/*.html', { cwd: folder })) {
        const html = readFileSync(join(folder, page), 'utf8');
        const scripts = [...html.matchAll(/<script type="module" src="\/_astro\/([\w.-]+\.js)"/g)];
        const imported = new Set(scripts.flatMap(([, script = '']) => importsOf(folder, script)));
        const links = [...imported].map((name) => `<link rel="modulepreload" href="/_astro/${name}">`).join('');
        if (links !== '') writeFileSync(join(folder, page), html.replace('</head>', `${links}</head>`));
      }
    },
  },
});
