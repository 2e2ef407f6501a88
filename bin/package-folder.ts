import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** Where the code runs from: `dist/` when built, the repository when run from sources. */
export const CODE = join(dirname(fileURLToPath(import.meta.url)), '..')
/** The package folder, where data is. */
export const PACKAGE = existsSync(join(CODE, 'package.json')) ? CODE : join(CODE, '..')
