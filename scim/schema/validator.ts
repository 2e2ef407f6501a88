import type { ValidateFunction } from 'ajv/dist/2020.js'
import { isObject, type Json, type JsonObject, member } from '../message/index.ts'
import { compile } from './compile.ts'
import { explain } from './explain.ts'
import type { Purpose } from './json-schema.ts'
import type { ResourceModel } from './model.ts'
import { emptyStrings } from './non-empty.ts'
import { at } from './reading.ts'
import { spell } from './spelling.ts'
import type { Violation } from './violation.ts'

export interface ValidationOptions {
  /**
   * The representation was cut down by `attributes` or `excludedAttributes`: what is missing is no violation, except what
   * is returned always. (`schemas` may be missing too, see AMB-013.)
   */
  readonly partial?: boolean
}

/** Most violations reported of one representation. */
const MOST = 1_000

/** Judges representations by their schemas; remembers what it compiled as long as the model itself lives. */
export class ResourceValidator {
  readonly #compiled = new WeakMap<ResourceModel, Map<Purpose, ValidateFunction>>()

  /**
   * All ways in which a representation differs from its schemas, in no particular order; at most 1000. Never throws on any
   * JSON. Null, [] and absent are one (RFC 7643 section 2.5). What a kind is worth is for the caller to say: `canonical`,
   * `unknown-attribute` and `spelling` are allowed in some readings.
   */
  validateResource(
    resource: Json,
    model: ResourceModel,
    purpose: Purpose,
    options: ValidationOptions = {},
  ): Violation[] {
    if (!isObject(resource)) return [{ kind: 'type', pointer: '', expected: 'an object', actual: resource }]
    const spelt = spell(resource, model)
    const found = [
      ...this.#errors(spelt.resource, model, purpose),
      ...emptyStrings(spelt.resource, model, purpose),
    ]
      .filter((violation) => !options.partial || counts(violation))
      .map((violation) => ({ ...violation, pointer: asGiven(violation.pointer, spelt.renamed) }))
    const spelling = purpose === 'response' ? spelt.violations : []
    return [...found, ...unnamedContainers(resource, model), ...spelling].slice(0, MOST)
  }

  #errors(resource: JsonObject, model: ResourceModel, purpose: Purpose): Violation[] {
    const validate = this.#validator(model, purpose)
    if (validate(resource)) return []
    return (validate.errors ?? []).flatMap((error) => explain(error) ?? [])
  }

  #validator(model: ResourceModel, purpose: Purpose): ValidateFunction {
    const known = this.#compiled.get(model) ?? new Map<Purpose, ValidateFunction>()
    this.#compiled.set(model, known)
    const validate = known.get(purpose) ?? compile(model, purpose)
    known.set(purpose, validate)
    return validate
  }
}

const shared = new ResourceValidator()

/** `ResourceValidator.validateResource` with a cache shared by all callers. */
export function validateResource(
  resource: Json,
  model: ResourceModel,
  purpose: Purpose,
  options?: ValidationOptions,
): Violation[] {
  return shared.validateResource(resource, model, purpose, options)
}

function counts({ kind, attribute }: Violation): boolean {
  return kind !== 'missing-required' && !(kind === 'missing-always' && attribute === 'schemas')
}

/** The pointer before the members were renamed, the nearest renamed ancestor deciding. */
function asGiven(pointer: string, renamed: ReadonlyMap<string, string>): string {
  if (renamed.size === 0) return pointer
  for (let end = pointer.length; end > 0; end = pointer.lastIndexOf('/', end - 1)) {
    const given = renamed.get(pointer.slice(0, end))
    if (given !== undefined) return `${given}${pointer.slice(end)}`
  }
  return pointer
}

/** Containers of extensions the model does not have, and `schemas` does not name either. */
function unnamedContainers(resource: JsonObject, model: ResourceModel): Violation[] {
  const schemas = member(resource, 'schemas')
  if (!Array.isArray(schemas)) return []
  const named = schemas.filter((urn) => typeof urn === 'string')
  const known = [...model.extensions.map(({ schema }) => schema.id), ...named].map((urn) => urn.toLowerCase())
  const lower = new Set(known)
  return Object.entries(resource)
    .filter(([name, value]) => /^urn:/i.test(name) && isObject(value) && !lower.has(name.toLowerCase()))
    .map(([name, value]) => ({
      kind: 'schemas',
      pointer: at('', name),
      expected: `schemas to contain ${name}`,
      actual: value,
      attribute: 'schemas',
    }))
}
