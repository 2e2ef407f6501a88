import { variant } from '../deviation.ts'

export default variant({
  id: 'external-id-unique',
  title: 'A second user with the same externalId is refused',
  readings: ['AMB-029/duplicate-rejected'],
  settings: (plain) => ({ ...plain, uniqueExternalId: true }),
})
