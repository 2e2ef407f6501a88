import { defect } from '../deviation.ts'

export default defect({
  id: 'fiks-revoked-token-still-good',
  title: 'A token that was revoked goes on working',
  breaks: ['fiks/F-12'],
  settings: (plain) => ({ ...plain, otherTokens: { ...plain.otherTokens, revoked: 'the same data' } }),
})
