import { defect } from '../deviation.ts'

export default defect({
  id: 'fiks-new-token-ends-the-old',
  title: 'A source has one token: each new one puts an end to the one before',
  breaks: ['fiks/F-12'],
  settings: (plain) => ({ ...plain, otherTokens: { ...plain.otherTokens, twin: 'nothing' } }),
})
