import { variant } from '../deviation.ts'

export default variant({
  id: 'all-extensions-in-schemas',
  title: 'schemas lists every extension, be there data or not',
  because: 'AMB-014',
  settings: (plain) => ({ ...plain, listAllSchemas: true }),
})
