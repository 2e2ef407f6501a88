import { variant } from '../deviation.ts'

export default variant({
  id: 'members-not-shown',
  title: 'Groups do not show their members',
  readings: ['AMB-026/members-absent'],
  settings: (plain) => ({ ...plain, showMembers: false }),
})
