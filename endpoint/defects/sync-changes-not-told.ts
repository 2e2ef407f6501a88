import { defect } from '../deviation.ts'

export default defect({
  id: 'sync-changes-not-told',
  title: 'The Sync API tells who comes and goes, not who changes',
  breaks: ['fiks/S-15'],
  sync: () => ({ tells: ({ before, after }) => !before || !after }),
})
