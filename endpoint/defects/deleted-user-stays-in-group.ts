import { defect } from '../deviation.ts'

export default defect({
  id: 'deleted-user-stays-in-group',
  title: 'A deleted user is still listed as a member',
  breaks: ['RFC7643-4.2-04'],
  because: 'Incident family W10',
  settings: (plain) => ({ ...plain, unknownMembers: 'keep' }),
  kernel: () => ({ dropMember: (group) => group }),
})
