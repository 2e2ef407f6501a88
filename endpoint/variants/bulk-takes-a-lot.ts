import { variant } from '../deviation.ts'

export default variant({
  id: 'bulk-takes-a-lot',
  title: 'The limits of bulk are larger than anybody would try',
  because: 'RFC7644-3.7.4',
  settings: (plain) => ({ ...plain, maxOperations: 1_000_000, maxPayloadSize: 1_073_741_824 }),
})
