import { variant } from '../deviation.ts'

export default variant({
  id: 'external-id-unique',
  title: 'A second user with the same externalId is refused',
  because: 'AMB-029',
  settings: (plain) => ({ ...plain, uniqueExternalId: true }),
})
