import { type Detail, escapeToken, isUnassigned, pointTo } from '#check'
import { type Exchange, type Json, member, URN } from '#scim'

export const MANAGER = `${URN.enterpriseUser}:manager`
const POINTER = `/${escapeToken(URN.enterpriseUser)}/manager`

/** The id of the manager that an answer shows. */
export const managerIn = ({ response }: Exchange): Json | undefined =>
  member(pointTo(response?.body, POINTER), 'value')

/** The id that a PATCH gave, bare or in an object. */
export function managerSent({ request }: Exchange): Json {
  const value = pointTo(request.body, '/Operations/0/value')
  return (typeof value === 'string' ? value : member(value, 'value')) ?? null
}

export function managerIs(after: Exchange, expected: Json): [boolean, Detail] {
  const actual = managerIn(after)
  return [actual === expected, { expected, actual, pointer: `${POINTER}/value` }]
}

/** Gone, or there with an empty value, which Microsoft's validator takes for gone as well. */
export function managerIsGone(after: Exchange): [boolean, Detail] {
  const actual = managerIn(after)
  const gone = isUnassigned(actual) || actual === ''
  return [gone, { expected: 'absent or empty', actual, pointer: `${POINTER}/value` }]
}
