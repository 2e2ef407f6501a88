import { variant } from '../deviation.ts'

export default variant({
  id: 'groups-not-shown',
  title: 'Users do not show their groups',
  because: 'AMB-026',
  settings: (plain) => ({ ...plain, showGroups: false }),
})
