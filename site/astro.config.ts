import { defineConfig } from 'astro/config';
import { preloadModules } from './preload-modules.ts';

// No inline script or style anywhere, so that the policy of functions/site-headers.ts holds.
export default defineConfig({
  // Where the site is deployed; without it no page names its own address.
  ...(process.env.SITE_ORIGIN ? { site: process.env.SITE_ORIGIN } : {}),
  // Colours of code would come as inline styles.
  markdown: { syntaxHighlight: false },
  integrations: [preloadModules()],
  build: { inlineStylesheets: 'never' },
  devToolbar: { enabled: false },
  vite: {
    build: {
      assetsInlineLimit: 0,
      // Nothing happens where a file of functions is imported, so a page leaves out the language that it does not speak.
      rolldownOptions: { treeshake: { moduleSideEffects: [{ test: /\/functions\//, sideEffects: false }] } },
    },
  },
});
