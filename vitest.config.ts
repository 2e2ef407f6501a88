import { defineConfig } from 'vitest/config'

export default defineConfig({
  resolve: { conditions: ['source'] },
  ssr: { resolve: { conditions: ['source'], externalConditions: ['source'] } },
  test: {
    include: ['**/*.test.ts'],
    maxWorkers: 2,
    exclude: ['node_modules/**', 'dist/**', 'tests/targets/**'],
    testTimeout: 30_000,
  },
})
