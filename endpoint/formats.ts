import { type Json, type JsonObject, member } from '#scim'
import type { ResourceModel } from '#scim/schema'
import { badRequest } from './errors.ts'

type Test = (value: string) => boolean

const isUrl: Test = (value) => /^[a-z][a-z0-9+.-]*:\/\//i.test(value)

/** What RFC 7643 says of single attributes in prose, and no schema tells: of a User, by attribute and sub-attribute. */
const FORMATS: readonly (readonly [name: string, part: string | undefined, fits: Test])[] = [
  ['addresses', 'country', (value) => /^[a-z]{2}$/i.test(value)],
  ['locale', undefined, (value) => !/\s/.test(value)],
  ['profileUrl', undefined, isUrl],
  ['photos', 'value', isUrl],
]

/** @throws ScimError 400 invalidValue */
export function checkFormats(resource: JsonObject, { type }: ResourceModel): void {
  if (type.name !== 'User') return
  for (const [name, part, fits] of FORMATS) {
    const wrong = valuesAt(resource[name], part).find((value) => typeof value === 'string' && !fits(value))
    if (wrong !== undefined) throw badRequest('invalidValue', `${name} is not as it has to be`)
  }
}

function valuesAt(value: Json | undefined, part: string | undefined): (Json | undefined)[] {
  return [value ?? []].flat().map((one) => (part === undefined ? one : member(one, part)))
}
