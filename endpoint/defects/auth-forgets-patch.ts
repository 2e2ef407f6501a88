import { defect } from '../deviation.ts'

export default defect({
  id: 'auth-forgets-patch',
  title: 'A PATCH needs no token',
  breaks: ['RFC7644-2-08', 'RFC7644-3.12-11'],
  because: 'Incident family W9',
  settings: (plain) => ({ ...plain, open: ({ method }) => method === 'PATCH' }),
})
