import { defect } from '../deviation.ts'

export default defect({
  id: 'patch-creates-missing-target',
  title: 'replace by a value path without match makes an element',
  breaks: ['RFC7644-3.5.2.3-09'],
  settings: (plain) => ({ ...plain, patch: { ...plain.patch, replaceWithoutMatch: 'create' } }),
})
