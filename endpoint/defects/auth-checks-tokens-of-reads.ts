import { defect } from '../deviation.ts'

export default defect({
  id: 'auth-checks-tokens-of-reads',
  title: 'The token of a change is not looked at',
  breaks: ['RFC7644-2-04'],
  because: 'Incident family W9',
  settings: (plain) => ({
    ...plain,
    open: ({ headers, method }) =>
      headers.authorization !== undefined && (method === 'PUT' || method === 'PATCH'),
  }),
})
