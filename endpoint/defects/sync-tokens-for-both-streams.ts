import { defect } from '../deviation.ts'

export default defect({
  id: 'sync-tokens-for-both-streams',
  title: 'A sync token for users is good for groups',
  breaks: ['fiks/S-08'],
  sync: () => ({ fits: () => true }),
})
