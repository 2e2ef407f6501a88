import { variant } from '../deviation.ts'

export default variant({
  id: 'missing-schemas-accepted',
  title: 'A resource without schemas is accepted',
  readings: ['AMB-040/accepted'],
  settings: (plain) => ({ ...plain, missingSchemas: 'infer' }),
})
