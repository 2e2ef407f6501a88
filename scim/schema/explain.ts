import type { ErrorObject } from 'ajv/dist/2020.js'
import { type Json, type JsonObject, member } from '../message/index.ts'
import { CANONICAL, ORIGIN, type Origin } from './json-schema.ts'
import type { Attribute } from './model.ts'
import { at } from './reading.ts'
import type { Violation, ViolationKind } from './violation.ts'

/** A violation whose pointer is still into the spelt representation. Nothing for errors another one explains better. */
export function explain(error: ErrorObject): Violation | undefined {
  const part = error.parentSchema as JsonObject
  const origin = originOf(part)
  switch (error.keyword) {
    case 'required':
      return missing(error, part)
    case 'minItems':
      return origin && finding(error, origin, origin.missing ?? 'missing-required', 'at least one value')
    case 'additionalProperties':
      return unknown(error, origin)
    case 'contains':
      return origin && named(error, origin)
    case 'type':
      return wrongType(error, origin)
    case 'format':
      return origin && finding(error, origin, 'format', FORMATS[String(error.schema)] ?? String(error.schema))
    case 'not':
      return origin && neverReturned(error, origin)
    case CANONICAL:
      return origin && finding(error, origin, 'canonical', oneOf(error.schema as string[]))
    default:
      return undefined
  }
}

function originOf(part: Json | undefined): Origin | undefined {
  return member(part, ORIGIN) as Origin | undefined
}

const FORMATS: Readonly<Record<string, string>> = {
  'xsd-dateTime': 'an xsd:dateTime, such as 2026-01-31T12:00:00Z',
  base64: 'base64 (RFC 4648 section 4)',
  'uri-reference': 'a URI, absolute or relative',
}

function finding(error: ErrorObject, origin: Origin, kind: ViolationKind, expected: string): Violation {
  const { instancePath: pointer, data } = error
  return { kind, pointer, expected, actual: data as Json, attribute: origin.attribute }
}

function missing(error: ErrorObject, part: JsonObject): Violation {
  const name = (error.params as { missingProperty: string }).missingProperty
  const origin = originOf(member(part.properties, name))
  return {
    kind: origin?.missing ?? 'missing-required',
    pointer: at(error.instancePath, name),
    expected: origin?.definition ? describe(origin.definition) : 'the attributes of the extension',
    actual: null,
    attribute: origin?.attribute ?? name,
  }
}

function unknown(error: ErrorObject, origin: Origin | undefined): Violation {
  const name = (error.params as { additionalProperty: string }).additionalProperty
  const expected = origin
    ? `an attribute defined in ${origin.attribute}`
    : 'an attribute defined in the schemas'
  return {
    kind: 'unknown-attribute',
    pointer: at(error.instancePath, name),
    expected,
    actual: member(error.data as Json, name) ?? null,
  }
}

function named(error: ErrorObject, origin: Origin): Violation {
  const expected = `schemas to contain ${origin.attribute}`
  return { ...finding(error, origin, 'schemas', expected), attribute: 'schemas' }
}

function neverReturned(error: ErrorObject, origin: Origin): Violation {
  return {
    ...finding(error, origin, 'never-returned', 'no such attribute in an answer'),
    actual: '(withheld)',
  }
}

function wrongType(error: ErrorObject, origin: Origin | undefined): Violation {
  const { data, instancePath: pointer } = error
  if (!origin) return { kind: 'type', pointer, expected: 'an object', actual: data as Json }
  const { definition, element } = origin
  if (!definition) return finding(error, origin, 'type', 'an object')
  if (element) return finding(error, origin, 'type', WORDS[definition.type])
  const miscounted = Array.isArray(data) !== definition.multiValued
  return finding(error, origin, miscounted ? 'multiplicity' : 'type', describe(definition))
}

const WORDS: Readonly<Record<Attribute['type'], string>> = {
  string: 'a string',
  boolean: 'true or false',
  decimal: 'a number',
  integer: 'a number without a fraction',
  dateTime: 'a string with an xsd:dateTime',
  reference: 'a string with a URI',
  binary: 'a string in base64',
  complex: 'an object',
}

function describe({ type, multiValued }: Attribute): string {
  return multiValued ? `an array, each element ${WORDS[type]}` : WORDS[type]
}

function oneOf(values: readonly string[]): string {
  return `one of ${values.map((value) => `"${value}"`).join(', ')}`
}
