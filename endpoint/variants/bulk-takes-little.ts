import { variant } from '../deviation.ts'

export default variant({
  id: 'bulk-takes-little',
  title: 'Bulk takes two operations in six hundred bytes',
  because: 'RFC7644-3.7.4',
  settings: (plain) => ({ ...plain, maxOperations: 2, maxPayloadSize: 600 }),
})
