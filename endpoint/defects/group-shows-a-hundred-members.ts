import { defect } from '../deviation.ts'

export default defect({
  id: 'group-shows-a-hundred-members',
  title: 'Of more than a hundred members a group shows the first hundred',
  breaks: ['RFC7644-3.5.2.1-06'],
  because: 'INC-057',
  settings: (plain) => ({ ...plain, unknownMembers: 'keep' }),
  kernel: (plain) => ({
    project: (resource, ...rest) => {
      const shown = plain.project(resource, ...rest)
      return Array.isArray(shown.members) ? { ...shown, members: shown.members.slice(0, 100) } : shown
    },
  }),
})
