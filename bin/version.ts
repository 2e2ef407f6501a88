import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { PACKAGE } from './package-folder.ts'

export function version(): string {
  return (JSON.parse(readFileSync(join(PACKAGE, 'package.json'), 'utf8')) as { version: string }).version
}
