import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Check } from '#check'

const ROOT = join(import.meta.dirname, '../..')

/** Readings that the harness allows to whoever uses a claim, or makes one about a must in small letters. */
const BUILT_IN: Readonly<Record<string, string>> = {
  'AMB-001/ordinary-must': "'RFC7644-3.4.2.3-06'",
  'AMB-017/error-status-number': '.errorBody(',
  'AMB-035/keyword-missing': '.scimType(',
}

/** Whether a check allows an answer by this reading: it stands in its file, or in a part that the file imports. */
export function usesReading({ id }: Check, reading: string): boolean {
  const signs = [`'${reading}'`, BUILT_IN[reading] ?? `'${reading}'`]
  const file = fileOf(id)
  return file !== undefined && sourcesOf(file).some((text) => signs.some((sign) => text.includes(sign)))
}

function fileOf(id: string): string | undefined {
  const [profile = '', ...rest] = id.split('/')
  const places = [
    join(ROOT, 'suites', `${id}.ts`),
    join(ROOT, 'profiles', profile, 'checks', `${rest.join('/')}.ts`),
  ]
  return places.find((place) => existsSync(place))
}

const known = new Map<string, readonly string[]>()

function sourcesOf(file: string): readonly string[] {
  const found = known.get(file)
  if (found) return found
  const text = readFileSync(file, 'utf8')
  const parts = [...text.matchAll(/from '(\.[^']*\.part\.ts)'/g)].map(([, path]) =>
    join(dirname(file), path as string),
  )
  const sources = [text, ...parts.flatMap(sourcesOf)]
  known.set(file, sources)
  return sources
}
