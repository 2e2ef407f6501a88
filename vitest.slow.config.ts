import { mergeConfig } from 'vitest/config'
import plain from './vitest.config.ts'

/** `npm run test:slow`: everything with everything, in its own time. */
const slow = mergeConfig(plain, { test: { testTimeout: 600_000 } })
export default { ...slow, test: { ...slow.test, include: ['**/*.slow.ts'] } }
