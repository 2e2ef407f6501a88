import { variant } from '../deviation.ts'

export default variant({
  id: 'few-features',
  title: 'Bulk, sorting, entity tags and setting passwords are switched off, and said to be',
  because: 'RFC7643-5',
  settings: (plain) => ({
    ...plain,
    features: { ...plain.features, bulk: false, sort: false, etag: false, changePassword: false },
  }),
})
