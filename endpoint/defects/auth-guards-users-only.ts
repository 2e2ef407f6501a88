import { defect } from '../deviation.ts'

export default defect({
  id: 'auth-guards-users-only',
  title: 'Groups need no token',
  breaks: ['RFC7644-2-08', 'RFC7644-3.12-11'],
  because: 'Incident family W9',
  settings: (plain) => ({ ...plain, open: ({ path }) => path.startsWith('/Groups') }),
})
