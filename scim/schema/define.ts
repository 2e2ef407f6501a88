import type { Attribute, AttributeType } from './model.ts'

/** What a definition says beyond its name, type and description; the rest is the default of RFC 7643 section 2.2. */
type Characteristics = Partial<Omit<Attribute, 'name' | 'type' | 'description' | 'subAttributes'>>

/** The characteristics of an attribute whose definition says nothing (RFC 7643 section 2.2). */
export const DEFAULTS = {
  multiValued: false,
  required: false,
  caseExact: false,
  mutability: 'readWrite',
  returned: 'default',
  uniqueness: 'none',
  subAttributes: [],
} as const satisfies Omit<Attribute, 'name' | 'type'>

type Definer = (name: string, description: string, characteristics?: Characteristics) => Attribute

function definer(type: AttributeType): Definer {
  return (name, description, characteristics) => ({
    ...DEFAULTS,
    name,
    type,
    description,
    ...characteristics,
  })
}

export const string = definer('string')
export const boolean = definer('boolean')
export const integer = definer('integer')
export const dateTime = definer('dateTime')
export const binary = definer('binary')
export const reference = definer('reference')

export function complex(
  name: string,
  description: string,
  subAttributes: readonly Attribute[],
  characteristics?: Characteristics,
): Attribute {
  return { ...DEFAULTS, name, type: 'complex', description, ...characteristics, subAttributes }
}

/** A complex attribute with many values and the customary sub-attributes of RFC 7643 section 2.4. */
export function plural(
  name: string,
  description: string,
  value: Attribute,
  types: readonly string[] = [],
): Attribute {
  const label = types.length > 0 ? { canonicalValues: types } : {}
  const subAttributes = [
    value,
    string('display', 'A name of the value to show to people.'),
    string('type', 'What the value is used for.', label),
    boolean('primary', 'Whether this is the preferred value; true at most once.'),
  ]
  return complex(name, description, subAttributes, { multiValued: true })
}

/** The same attributes, and all below them, for clients to read only. */
export function readOnly(attributes: readonly Attribute[]): Attribute[] {
  return attributes.map((attribute) => ({
    ...attribute,
    mutability: 'readOnly',
    subAttributes: readOnly(attribute.subAttributes),
  }))
}
