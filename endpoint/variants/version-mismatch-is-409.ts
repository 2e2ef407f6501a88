import { variant } from '../deviation.ts'

export default variant({
  id: 'version-mismatch-is-409',
  title: 'A write with an outdated version is refused with 409',
  readings: ['AMB-089/409'],
  settings: (plain) => ({ ...plain, versionMismatch: 409 }),
})
