import { defect } from '../deviation.ts'

export default defect({
  id: 'fiks-nested-groups-are-taken',
  title: 'A group is taken as a member of a group',
  breaks: ['fiks/F-53'],
  because: 'The Sync API has members of the type Group (X4)',
  settings: (plain) => ({ ...plain, nestedGroups: true }),
})
