import { defect } from '../deviation.ts'

export default defect({
  id: 'sync-lookups-open',
  title: 'The Sync API asks for no token where one user or group is looked up',
  breaks: ['fiks/S-19'],
  sync: () => ({ admits: (isRight, path) => isRight || /\/(?:bruker|gruppe)\//.test(path) }),
})
