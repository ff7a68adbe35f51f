import { defineConfig } from 'astro/config';

// No inline script or style anywhere, so that the plain `default-src 'self'` of functions/security-headers.ts holds.
export default defineConfig({
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
