import { defect } from '../deviation.ts'

export default defect({
  id: 'auth-forgets-delete',
  title: 'A DELETE needs no token',
  breaks: ['RFC7644-2-08', 'RFC7644-3.12-11'],
  because: 'Incident family W9',
  settings: (plain) => ({ ...plain, open: ({ method }) => method === 'DELETE' }),
})
