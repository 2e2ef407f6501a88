import { readFileSync } from 'node:fs'
import { defineConfig } from 'vitest/config'

/** It imports JSON as only a bundler understands it, and names source maps that it does not ship. */
const BUNDLED = '@actions/workflow-parser'

export default defineConfig({
  plugins: [
    {
      name: 'without-missing-source-maps',
      enforce: 'pre',
      load: (id) =>
        id.includes(BUNDLED) && id.endsWith('.js')
          ? readFileSync(id, 'utf8').replace(/^\/\/# sourceMappingURL=.*$/m, '')
          : undefined,
    },
  ],
  resolve: { conditions: ['source'] },
  ssr: { resolve: { conditions: ['source'], externalConditions: ['source'] } },
  test: {
    include: ['**/*.test.ts'],
    maxWorkers: 2,
    // Files of one worker share what they import: to load the suites anew for each takes longer than the tests.
    isolate: false,
    exclude: ['node_modules/**', 'dist/**', 'tests/targets/**'],
    testTimeout: 30_000,
    server: { deps: { inline: [BUNDLED] } },
  },
})
