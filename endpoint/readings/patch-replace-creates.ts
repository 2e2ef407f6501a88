import { reading } from '../deviation.ts'

export default reading({
  id: 'patch-replace-creates',
  title: 'PATCH replace by a filter that matches nothing creates the value',
  readings: ['AMB-053/created'],
  settings: (plain) => ({ ...plain, patch: { ...plain.patch, replaceWithoutMatch: 'create' } }),
})
