export { checkElementFilter, checkFilter } from './check-filter.ts'
export { comparable, comparableText, instant, sameValue } from './comparable.ts'
export { elementAttribute, evaluateElementFilter, evaluateFilter } from './evaluate.ts'
export {
  containerIn,
  type FoundAttribute,
  findAttribute,
  findSchema,
  isAssigned,
  knownUrns,
  named,
  valuesAt,
} from './lookup.ts'
export { deleteMember, isUnassigned, listOf, memberName, memberOf, sameName, setMember } from './members.ts'
export { type SortOrder, sortResources } from './sort.ts'
