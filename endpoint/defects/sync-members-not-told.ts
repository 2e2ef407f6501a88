import { sameJson } from '#scim'
import { defect } from '../deviation.ts'

export default defect({
  id: 'sync-members-not-told',
  title: 'The Sync API does not tell when the members of a group change',
  breaks: ['fiks/S-15'],
  sync: () => ({
    tells: ({ before, after }) =>
      !before || !after || sameJson(before.members ?? null, after.members ?? null),
  }),
})
