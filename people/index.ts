export * from './identity-number.ts'
export * from './identity-number-search.ts'
export type { Spelling } from './names.ts'
export * from './organisation-number.ts'
export * from './person.ts'
export { carriesRun, runTag } from './run-tag.ts'
export { type SyntheticBirth, syntheticBirth } from './synthetic-birth.ts'
export {
  type SyntheticIdentityNumberOptions,
  syntheticIdentityNumber,
  syntheticIdentityNumbers,
} from './synthetic-identity-number.ts'
export * from './transliterate.ts'
