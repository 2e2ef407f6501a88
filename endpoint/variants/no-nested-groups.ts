import { variant } from '../deviation.ts'

export default variant({
  id: 'no-nested-groups',
  title: 'Groups cannot be members of groups',
  because: 'AMB-028',
  settings: (plain) => ({ ...plain, nestedGroups: false }),
})
