import { variant } from '../deviation.ts'

export default variant({
  id: 'missing-schemas-accepted',
  title: 'A resource without schemas is accepted',
  because: 'AMB-040',
  settings: (plain) => ({ ...plain, missingSchemas: 'infer' }),
})
