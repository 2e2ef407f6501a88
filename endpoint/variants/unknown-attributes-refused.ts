import { variant } from '../deviation.ts'

export default variant({
  id: 'unknown-attributes-refused',
  title: 'Attributes that no schema knows are refused with 400',
  because: 'AMB-039',
  settings: (plain) => ({ ...plain, unknownAttributes: 'refuse' }),
})
