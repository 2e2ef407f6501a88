import { variant } from '../deviation.ts'

export default variant({
  id: 'unsupported-is-404',
  title: 'What is not supported, /Me and /Bulk among it, is answered 404',
  readings: ['AMB-038/router', 'AMB-094/404'],
  settings: (plain) => ({
    ...plain,
    me: undefined,
    unsupported: 404,
    features: { ...plain.features, bulk: false },
  }),
})
