import { defect } from '../deviation.ts'

export default defect({
  id: 'fiks-token-of-elsewhere-is-good',
  title: 'A token of another environment opens this one as well',
  breaks: ['fiks/F-04'],
  because: 'KS Digital, Fiks-plattformen: Integrasjoner; both environments trust one issuer',
  settings: (plain) => ({ ...plain, otherTokens: { ...plain.otherTokens, elsewhere: 'the same data' } }),
})
