import { defect } from '../deviation.ts'

export default defect({
  id: 'token-not-checked',
  title: 'Any token, or none, is good enough',
  breaks: ['RFC7644-3.12-11', 'RFC7644-2-08', 'fiks/F-10'],
  because: 'Incident family W9',
  settings: (plain) => ({ ...plain, token: undefined }),
})
