import { defect } from '../deviation.ts'

export default defect({
  id: 'fiks-sources-share-their-people',
  title: 'The token of another source reads the same users and groups',
  breaks: ['fiks/F-15'],
  settings: (plain) => ({ ...plain, otherTokens: { ...plain.otherTokens, other: 'the same data' } }),
})
