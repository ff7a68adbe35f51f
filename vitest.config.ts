import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // A machine may be several times as slow as another; what must be fast is measured in the test itself.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
