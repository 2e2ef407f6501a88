import { defect } from '../deviation.ts'

export default defect({
  id: 'deleted-user-stays-in-group',
  title: 'A deleted user is still listed as a member',
  breaks: ['fiks/F-56'],
  because: 'Incident family W10',
  settings: (plain) => ({ ...plain, unknownMembers: 'keep' }),
  kernel: () => ({ dropMember: (group) => group }),
})
