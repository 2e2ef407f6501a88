import { type Json, member } from '#scim'
import type { Attribute, AttributeType } from '#scim/schema'

/** An attribute or a sub-attribute that has no parts of its own. */
export interface Leaf {
  readonly attribute: Attribute
  readonly type: AttributeType
  /** Its name, below that of the attribute it is part of. */
  path(name: string): string
  /** Its values in a value of the whole attribute. */
  valuesIn(value: Json | undefined): Json[]
}

export function leavesOf(attribute: Attribute): Leaf[] {
  if (attribute.type !== 'complex')
    return [{ attribute, type: attribute.type, path: (name) => name, valuesIn: (value) => listed(value) }]
  return attribute.subAttributes.map((part) => ({
    attribute: part,
    type: part.type,
    path: (name) => `${name}.${part.name}`,
    valuesIn: (value) => listed(value).flatMap((one) => listed(member(one, part.name))),
  }))
}

function listed(value: Json | undefined): Json[] {
  if (value === undefined || value === null) return []
  return Array.isArray(value) ? value : [value]
}
