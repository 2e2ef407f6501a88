import { defect } from '../deviation.ts'

export default defect({
  id: 'auth-forgets-bulk',
  title: 'A bulk request needs no token',
  breaks: ['RFC7644-2-08'],
  because: 'Incident family W9',
  settings: (plain) => ({ ...plain, open: ({ path }) => path === '/Bulk' }),
})
