import type { Attribute, Schema } from '#scim/schema'

const PLAIN: Omit<Attribute, 'name' | 'type'> = {
  multiValued: false,
  required: false,
  caseExact: false,
  mutability: 'readWrite',
  returned: 'default',
  uniqueness: 'none',
  subAttributes: [],
}

/**
 * An extension of User with what the schemas of RFC 7643 do not have: immutable attributes, attributes returned always
 * or on request, and numbers. Pass it as an extension to see those rules at work.
 */
export const trialSchema: Schema = {
  id: 'urn:scim-test:params:scim:schemas:extension:trial:2.0:User',
  name: 'Trial',
  description: 'Attributes of every kind',
  attributes: [
    attribute('badge', 'Given once and for all.', { mutability: 'immutable' }),
    attribute('hint', 'Shown to those who ask for it.', { returned: 'request' }),
    attribute('tag', 'Shown always.', { returned: 'always', caseExact: true }),
    attribute('pin', 'Set and never shown.', { mutability: 'writeOnly', returned: 'never' }),
    attribute('floor', 'A whole number.', { type: 'integer' }),
    attribute('share', 'A number with a fraction.', { type: 'decimal' }),
    attribute('hiredAt', 'A point in time.', { type: 'dateTime' }),
    attribute('scan', 'Bytes.', { type: 'binary', caseExact: true }),
    attribute('nicknames', 'Several simple values.', { multiValued: true }),
  ],
}

function attribute(name: string, description: string, more: Partial<Attribute>): Attribute {
  return { ...PLAIN, name, type: 'string', description, ...more }
}
