import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import type { Json } from '../message/index.ts'
import { isBase64, isDateTime } from './formats.ts'
import { CANONICAL, jsonSchemaFor, ORIGIN, type Purpose } from './json-schema.ts'
import type { Attribute, ResourceModel } from './model.ts'

/**
 * Each model gets a compiler of its own, which is thrown away: ajv keeps every schema it has seen.
 * `verbose` hands the annotation of the failing part to whoever explains the error.
 */
export function compile(model: ResourceModel, purpose: Purpose): ValidateFunction {
  const ajv = new Ajv2020({
    allErrors: true,
    verbose: true,
    messages: false,
    ownProperties: true,
    allowUnionTypes: true,
    strictRequired: false,
    strictTypes: false,
    validateSchema: false,
    meta: false,
    loopRequired: 20,
    loopEnum: 20,
    logger: false,
  })
  addFormats.default(ajv, { mode: 'fast', formats: ['uri-reference'] })
  ajv.addFormat('xsd-dateTime', isDateTime).addFormat('base64', isBase64)
  ajv.addKeyword({ keyword: ORIGIN, schemaType: 'object' })
  ajv.addKeyword({ keyword: CANONICAL, schemaType: 'array', errors: false, validate: isCanonical })
  const { $schema: _, ...schema } = jsonSchemaFor(model, purpose)
  return ajv.compile(schema)
}

function isCanonical(values: readonly string[], value: Json, part: unknown): boolean {
  const definition = (part as { [ORIGIN]: { definition: Attribute } })[ORIGIN].definition
  if (typeof value !== 'string' || values.includes(value)) return true
  return !definition.caseExact && values.some((candidate) => candidate.toLowerCase() === value.toLowerCase())
}
