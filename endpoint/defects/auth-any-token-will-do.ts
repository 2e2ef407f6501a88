import { defect } from '../deviation.ts'

export default defect({
  id: 'auth-any-token-will-do',
  title: 'A token is asked for, and any will do',
  breaks: ['RFC7644-2-04'],
  because: 'Incident family W9',
  settings: (plain) => ({ ...plain, open: ({ headers }) => headers.authorization !== undefined }),
})
