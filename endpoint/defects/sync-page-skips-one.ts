import { defect } from '../deviation.ts'

export default defect({
  id: 'sync-page-skips-one',
  title: 'The next page of the Sync API leaves out one change',
  breaks: ['fiks/S-10'],
  sync: () => ({ goesOnAfter: (last, left) => (left > 0 ? last + 1 : last) }),
})
