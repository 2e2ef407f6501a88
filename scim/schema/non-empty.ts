import { type JsonObject, member, URN } from '../message/index.ts'
import { sameUrn } from './find.ts'
import type { Purpose } from './json-schema.ts'
import type { ResourceModel } from './model.ts'
import { at } from './reading.ts'
import type { Violation } from './violation.ts'

/** AMB-016: an empty string is a value, but the prose has these three non-empty. Core schema URN, or any, and name. */
const NON_EMPTY: readonly { readonly urn?: string; readonly name: string }[] = [
  { name: 'id' },
  { urn: URN.user, name: 'userName' },
  { urn: URN.group, name: 'displayName' },
]

export function emptyStrings(resource: JsonObject, model: ResourceModel, purpose: Purpose): Violation[] {
  return NON_EMPTY.filter(({ urn }) => urn === undefined || sameUrn(urn, model.core.id))
    .filter(({ name }) => member(resource, name) === '' && (name !== 'id' || purpose === 'response'))
    .map(({ name }) => ({
      kind: 'format',
      pointer: at('', name),
      expected: 'a string that is not empty',
      actual: '',
      attribute: name,
    }))
}
