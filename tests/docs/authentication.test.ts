import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { AUTH_SHAPES, AUTH_TYPES } from '#bin/auth/auth-config'
import { parseConfig } from '#bin/config'

const guide = readFileSync(new URL('../../docs/guides/authentication.md', import.meta.url), 'utf8')
const configs = [...guide.matchAll(/^```yaml\n(.*?)^```/gms)].map(([, text = '']) => text)

it('every configuration in the guide can be read, and every type has one', () => {
  const read = configs.map((text) => parseConfig(text, 'guide'))
  const shown = new Set(read.flatMap(({ auth }) => (auth ? [auth.type] : [])))
  expect(AUTH_TYPES.filter((type) => type !== 'none' && !shown.has(type))).toEqual([])
})

it('the guide names the variable of every secret', () => {
  const variables = Object.values(AUTH_SHAPES).flatMap((keys) =>
    Object.values(keys).flatMap((key) => ('variable' in key ? [key.variable] : [])),
  )
  expect(variables.filter((variable) => !guide.includes(`\`${variable}\``))).toEqual([])
})
