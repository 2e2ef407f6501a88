import { variant } from '../deviation.ts'

export default variant({
  id: 'unsupported-is-404',
  title: 'What is not supported, /Me and /Bulk among it, is answered 404',
  because: 'AMB-038, AMB-094',
  settings: (plain) => ({ ...plain, unsupported: 404, features: { ...plain.features, bulk: false } }),
})
