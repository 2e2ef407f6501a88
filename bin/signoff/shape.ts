import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import type { Json } from '#scim'
import { CODE } from '../package-folder.ts'

/** What is wrong with the form of a sign-off's statement, with the place; nothing where it is right. */
export function shapeFaults(): (value: Json) => string | undefined {
  known ??= compiled()
  return known
}

let known: ReturnType<typeof compiled> | undefined

function compiled(): (value: Json) => string | undefined {
  const schema = JSON.parse(readFileSync(join(CODE, 'reports/schema/signoff.schema.json'), 'utf8')) as object
  const ajv = new Ajv2020()
  addFormats.default(ajv)
  const validate = ajv.compile(schema)
  return (value) => {
    if (validate(value)) return undefined
    const [first] = validate.errors ?? []
    return `${first?.instancePath || '/'}: ${first?.message ?? ''}`
  }
}
