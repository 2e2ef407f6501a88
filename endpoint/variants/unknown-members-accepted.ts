import { variant } from '../deviation.ts'

export default variant({
  id: 'unknown-members-accepted',
  title: 'A group takes members that nobody knows',
  because: 'AMB-028',
  settings: (plain) => ({ ...plain, unknownMembers: 'keep' }),
})
