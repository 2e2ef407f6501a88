import { type Attribute, DEFAULTS, type Schema } from '#scim/schema'

/**
 * An extension of User with what the schemas of RFC 7643 do not have: attributes that are immutable, unique, read-only or
 * returned always, never or on request, numbers, and values from a list. Pass it as an extension to see those rules at
 * work.
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
    attribute('vetted', 'Yes or no.', { type: 'boolean' }),
    attribute('seat', 'Nobody else has it.', { caseExact: true, uniqueness: 'server' }),
    attribute('locker', 'Nobody else has it, in any letter case.', { uniqueness: 'global' }),
    attribute('shift', 'One of a list.', { canonicalValues: ['day', 'night'] }),
    attribute('homepage', 'An address elsewhere.', {
      type: 'reference',
      caseExact: true,
      referenceTypes: ['external'],
    }),
    attribute('serial', 'Given by the service.', { mutability: 'readOnly' }),
    attribute('memo', 'Never shown, though it is no secret.', { returned: 'never' }),
    attribute('desk', 'One value with parts.', {
      type: 'complex',
      subAttributes: [
        attribute('building', 'Letter case matters.', { caseExact: true }),
        attribute('level', 'A whole number.', { type: 'integer' }),
        attribute('quiet', 'Yes or no.', { type: 'boolean' }),
        attribute('origin', 'Given once and for all.', { mutability: 'immutable' }),
      ],
    }),
    attribute('devices', 'Several values with parts.', {
      type: 'complex',
      multiValued: true,
      subAttributes: [
        attribute('value', 'What it is called.', { required: true, caseExact: true }),
        attribute('display', 'A name to show.'),
        attribute('type', 'What it is used for.', { canonicalValues: ['phone', 'laptop'] }),
        attribute('primary', 'The preferred one.', { type: 'boolean' }),
        attribute('boughtAt', 'A point in time.', { type: 'dateTime' }),
        attribute('weight', 'A number with a fraction.', { type: 'decimal' }),
      ],
    }),
  ],
}

function attribute(name: string, description: string, more: Partial<Attribute> = {}): Attribute {
  return { ...DEFAULTS, name, type: 'string', description, ...more }
}
