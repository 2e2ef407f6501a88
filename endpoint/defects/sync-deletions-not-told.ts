import { defect } from '../deviation.ts'

export default defect({
  id: 'sync-deletions-not-told',
  title: 'The Sync API tells of no deletion',
  breaks: ['fiks/S-14'],
  sync: () => ({ tells: ({ after }) => after !== undefined }),
})
