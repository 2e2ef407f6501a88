import { type JsonObject, type OtherToken, URN } from '#scim'
import {
  type Attribute,
  buildModel,
  builtinModels,
  builtinSchemas,
  findSchema,
  type ResourceModel,
  type ResourceType,
  type Schema,
  sameUrn,
} from '#scim/schema'
import { Cursors } from './cursor.ts'
import type { Deviation } from './deviation.ts'
import { honestKernel, type Kernel } from './kernel.ts'
import { HONEST, type Settings } from './settings.ts'
import { avoiding, type Kept } from './state.ts'
import { Store } from './store.ts'
import type { SyncOptions } from './sync/settings.ts'

export interface EndpointOptions {
  /** Absolute URL that `meta.location` begins with. */
  readonly base: string
  /** Bearer token clients must show; left out, everybody is let in. */
  readonly token?: string
  /** Other tokens that were issued once: one of another source, a second one, one that was revoked, … */
  readonly otherTokens?: Readonly<Partial<Record<OtherToken, string>>>
  /** The userName of a user that is there from the start and that `/Me` leads to; left out, `/Me` is not supported. */
  readonly me?: string
  /** The clock. Left out, time stands still in 2026 but for a millisecond at each change of a resource. */
  readonly now?: () => Date
  /** Makes ids that are unique over all resources for ever. Left out, they are counted. */
  readonly newId?: () => string
  /** Extensions of User besides EnterpriseUser. */
  readonly extensions?: readonly Schema[]
  /** Resource types besides User and Group; one of the same name takes its place. */
  readonly resourceTypes?: readonly ResourceType[]
  /** Schemas that `resourceTypes` names and RFC 7643 does not have. */
  readonly schemas?: readonly Schema[]
  readonly deviations?: readonly Deviation[]
  /** Resources to begin with, as they would be posted; the first of `schemas` tells the type. */
  readonly seed?: readonly JsonObject[]
  /** What was there when the endpoint last ended. */
  readonly state?: readonly Kept[]
  /** Offers the Sync API of Fiks as well. */
  readonly sync?: SyncOptions
  /** Called after each request that changed something, before its answer is given. */
  readonly onChange?: () => void
  /** Told of whatever makes the endpoint answer 500. */
  readonly onFault?: (error: unknown) => void
}

/** What every step of an answer has at hand. */
export interface Service {
  /** Without a slash at its end. */
  readonly base: string
  readonly settings: Settings
  readonly kernel: Kernel
  readonly models: readonly ResourceModel[]
  /** All resource types as one, for queries over all of them. */
  readonly union: ResourceModel
  readonly schemas: readonly Schema[]
  readonly store: Store
  readonly cursors: Cursors
  readonly now: () => Date
}

export function createService(options: EndpointOptions): Service {
  const { deviations = [], now = () => new Date(Date.UTC(2026, 0, 1)) } = options
  const extensions = newOnes(options.extensions ?? [])
  const models = modelsOf(options, extensions)
  return {
    base: options.base.replace(/\/+$/, ''),
    settings: settle(options, deviations),
    kernel: deviations.reduce(withDeviation, honestKernel),
    models,
    union: unionOf(models),
    schemas: schemasOf(options, models, extensions),
    store: new Store(),
    cursors: new Cursors(),
    now,
  }
}

function settle(
  { token, me, newId = counting(), state = [] }: EndpointOptions,
  deviations: readonly Deviation[],
): Settings {
  const plain: Settings = { ...HONEST, token, me, newId }
  const settled = deviations.reduce(
    (settings, deviation) => deviation.settings?.(settings) ?? settings,
    plain,
  )
  return { ...settled, newId: avoiding(settled.newId, state) }
}

type Models = readonly [ResourceModel, ...ResourceModel[]]

function modelsOf(
  { resourceTypes = [], schemas = [] }: EndpointOptions,
  extensions: readonly Schema[],
): Models {
  const own = resourceTypes.map((type) => {
    const more = type.name === 'User' ? extensions.map(({ id }) => ({ schema: id, required: false })) : []
    const added = more.filter(
      ({ schema }) => !type.schemaExtensions.some((one) => sameUrn(one.schema, schema)),
    )
    const schemaExtensions = [...type.schemaExtensions, ...added]
    return buildModel({ ...type, schemaExtensions }, [...schemas, ...extensions, ...builtinSchemas])
  })
  const named = (name: string) => own.find(({ type }) => type.name === name)
  const { Group } = builtinModels()
  const others = own.filter(({ type }) => type.name !== 'User' && type.name !== 'Group')
  return [named('User') ?? userModel(extensions), named('Group') ?? Group, ...others]
}

/** What `/Schemas` lists. */
function schemasOf(
  { schemas = [] }: EndpointOptions,
  models: Models,
  extensions: readonly Schema[],
): Schema[] {
  const isUsed = ({ id }: Schema) =>
    models.some((model) => model.extensions.some(({ schema }) => sameUrn(schema.id, id)))
  const core = builtinSchemas.filter(({ id }) => id !== URN.fiksPerson)
  const all = [...schemas, ...core, ...extensions, ...builtinSchemas.filter(isUsed)]
  return all.filter(({ id }, index) => findSchema(all.slice(0, index), id) === undefined)
}

/** Ids that look like UUIDs and are not random. */
function counting(): () => string {
  let count = 0
  return () => `00000000-0000-4000-8000-${(++count).toString(16).padStart(12, '0')}`
}

/** Profiles may bring an extension that is there already, or the same one twice. */
function newOnes(extensions: readonly Schema[]): Schema[] {
  const known = builtinSchemas.filter(({ id }) => id !== URN.fiksPerson)
  const isFirst = (schema: Schema, index: number) =>
    findSchema(extensions.slice(0, index), schema.id) === undefined
  return extensions.filter((schema, index) => !findSchema(known, schema.id) && isFirst(schema, index))
}

// To compile a model's validator takes longer than to answer a hundred requests.
const models = new WeakMap<Schema, ResourceModel[]>()

function userModel(extensions: readonly Schema[]): ResourceModel {
  const [first] = extensions
  if (!first) return builtinModels().User
  const known = models.get(first) ?? []
  const model = known.find((one) => hasExtensions(one, extensions)) ?? buildUserModel(extensions)
  models.set(first, [...known.filter((one) => one !== model), model])
  return model
}

function hasExtensions({ extensions: own }: ResourceModel, extensions: readonly Schema[]): boolean {
  const added = own.slice(builtinModels().User.extensions.length)
  return (
    added.length === extensions.length && added.every(({ schema }, index) => schema === extensions[index])
  )
}

function buildUserModel(extensions: readonly Schema[]): ResourceModel {
  const { type } = builtinModels().User
  const more = extensions.map(({ id }) => ({ schema: id, required: false }))
  const schemas = [...extensions, ...builtinSchemas]
  return buildModel({ ...type, schemaExtensions: [...type.schemaExtensions, ...more] }, schemas)
}

function withDeviation(kernel: Kernel, deviation: Deviation): Kernel {
  return Object.assign({}, kernel, deviation.kernel?.(kernel))
}

/** Of attributes with the same name the first type's counts. */
function unionOf(models: Models): ResourceModel {
  const attributes: Attribute[] = []
  for (const { core } of models) {
    attributes.push(...core.attributes.filter(({ name }) => !attributes.some((known) => known.name === name)))
  }
  return {
    type: models[0].type,
    core: { ...models[0].core, attributes },
    extensions: models.flatMap((model) => model.extensions),
  }
}
