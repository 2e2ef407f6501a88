import { isObject, type Json, type JsonObject } from '../message/index.ts'
import { instant, isUnassigned, named, setMember } from '../resource/index.ts'
import type { Attribute } from '../schema/model.ts'
import type { Context } from './context.ts'
import { invalidValue } from './refusals.ts'

/** Whether a value given in a request means "no value". An empty object does not: it names nothing to change. */
export function isNothing(value: Json | undefined): boolean {
  return value === undefined || value === null || (Array.isArray(value) && value.length === 0)
}

/**
 * A copy of a given value as the schema has it: names spelled as there, several values as an array (AMB-059: one alone
 * is taken, too), read-only sub-attributes left out, as POST and PUT do. Null stays, for a merge to unassign.
 *
 * @throws ScimError 400 invalidValue where the value does not fit the type
 */
export function conform(value: Json, attribute: Attribute, context: Context): Json {
  if (isNothing(value)) return null
  if (!attribute.multiValued) return conformSingle(value, attribute, context)
  const given = Array.isArray(value) ? value : [value]
  const elements = given
    .filter((item) => !isNothing(item))
    .map((item) => conformSingle(item, attribute, context))
  return elements.filter((element) => !isUnassigned(element))
}

/** As `conform`, for one element of a multi-valued attribute; an array of one is taken for its element. */
export function conformElement(value: Json, attribute: Attribute, context: Context): Json {
  const only = Array.isArray(value) && value.length === 1 ? (value[0] as Json) : value
  return isNothing(only) ? null : conformSingle(only, attribute, context)
}

function conformSingle(value: Json, attribute: Attribute, context: Context): Json {
  if (attribute.type === 'complex') return conformComplex(value, attribute, context)
  const given = attribute.type === 'boolean' && context.options.coerceBooleans ? asBoolean(value) : value
  if (!fits(given, attribute)) throw invalidValue(`${attribute.name} has to be of the type ${attribute.type}`)
  return given
}

/** AMB-017, AMB-076: Entra writes booleans as "True" and "False". Anything else is left as it is. */
export function asBoolean(value: Json): Json {
  const text = typeof value === 'string' ? value.toLowerCase() : undefined
  return text === 'true' ? true : text === 'false' ? false : value
}

function fits(value: Json, { type }: Attribute): boolean {
  switch (type) {
    case 'boolean':
      return typeof value === 'boolean'
    case 'integer':
      return Number.isInteger(value)
    case 'decimal':
      return typeof value === 'number'
    case 'dateTime':
      return typeof value === 'string' && instant(value) !== undefined
    default:
      return typeof value === 'string'
  }
}

/** One that is complex, single and has `value` and `$ref`: of the standard attributes, the manager alone. */
function isReferenceAsText(value: Json, attribute: Attribute, { options }: Context): boolean {
  const isReference = named(attribute.subAttributes, '$ref') && named(attribute.subAttributes, 'value')
  return options.textAsReference && typeof value === 'string' && !attribute.multiValued && !!isReference
}

function conformComplex(raw: Json, attribute: Attribute, context: Context): JsonObject {
  const value = isReferenceAsText(raw, attribute, context) ? { value: raw } : raw
  if (!isObject(value)) throw invalidValue(`${attribute.name} has to be an object with sub-attributes`)
  const result: JsonObject = {}
  for (const [name, given] of Object.entries(value)) {
    const sub = named(attribute.subAttributes, name)
    if (!sub && context.options.unknownMembers === 'reject') {
      throw invalidValue(`${attribute.name} has no sub-attribute ${name.slice(0, 100)}`)
    }
    if (sub && sub.mutability !== 'readOnly') setMember(result, sub.name, conform(given, sub, context))
  }
  return result
}
