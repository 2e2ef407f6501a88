import { defect } from '../deviation.ts'

export default defect({
  id: 'auth-forgets-search',
  title: 'A search needs no token',
  breaks: ['RFC7644-2-08'],
  because: 'Incident family W9',
  settings: (plain) => ({ ...plain, open: ({ path }) => path.includes('/.search') }),
})
