import { type Act, bodyOf, get, resourcesIn } from '#check'
import { answering, type Exchange, type Json, type JsonObject, member } from '#scim'

/** /Schemas, where it lists any: about an empty list every statement would hold. */
export async function readSchemas({ blocked, send }: Pick<Act, 'blocked' | 'send'>): Promise<Listed> {
  const list = await send(get('/Schemas'))
  if (resourcesIn(list).length === 0) blocked('/Schemas lists no schemas to look at')
  return { list }
}

/** /Schemas, where any schema `describes` attributes. */
export async function readAttributes(
  { blocked, send }: Pick<Act, 'blocked' | 'send'>,
  describes: (schema: JsonObject) => boolean = (schema) => attributesOf(schema).length > 0,
): Promise<Listed> {
  const list = await send(get('/Schemas'))
  if (!resourcesIn(list).some(describes)) blocked('/Schemas lists no attributes to look at')
  return { list }
}

// A type alias: an interface has no index signature, which `Seen` asks for.
type Listed = { readonly list: Exchange }

/** The attribute definitions of a schema, whatever form each has. */
export const attributesOf = (schema: Json | undefined): Json[] => listOf(schema, 'attributes')

export const partsOf = (definition: Json): Json[] => listOf(definition, 'subAttributes')

/** All attribute definitions of a list, sub-attributes included, each with its path below its schema. */
export function definitionsIn(list: Exchange): { path: string; definition: Json }[] {
  return resourcesIn(list).flatMap((schema) => attributesOf(schema).flatMap((one) => withParts(one, '')))
}

function withParts(definition: Json, prefix: string): { path: string; definition: Json }[] {
  const path = `${prefix}${String(member(definition, 'name'))}`
  return [{ path, definition }, ...partsOf(definition).flatMap((part) => withParts(part, `${path}.`))]
}

/** For counterexamples: the same list with every schema made wrong in the same way. */
export function everySchema(list: Exchange, wrong: JsonObject): Listed {
  const Resources = resourcesIn(list).map((schema) => ({ ...schema, ...wrong }))
  return { list: answering(list, { body: { ...bodyOf(list), Resources } }) }
}

function listOf(owner: Json | undefined, name: string): Json[] {
  const given = member(owner, name)
  return Array.isArray(given) ? given : []
}
