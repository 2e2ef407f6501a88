import { variant } from '../deviation.ts'

export default variant({
  id: 'members-not-shown',
  title: 'Groups do not show their members',
  because: 'AMB-026',
  settings: (plain) => ({ ...plain, showMembers: false }),
})
