import { variant } from '../deviation.ts'

export default variant({
  id: 'no-etags',
  title: 'There are no entity tags',
  because: 'RFC7644-3.14-02',
  settings: (plain) => ({ ...plain, features: { ...plain.features, etag: false } }),
})
