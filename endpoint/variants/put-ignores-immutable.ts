import { variant } from '../deviation.ts'

export default variant({
  id: 'put-ignores-immutable',
  title: 'PUT ignores another value for an immutable attribute',
  readings: ['AMB-047/ignored'],
  settings: (plain) => ({ ...plain, putImmutable: 'ignore' }),
})
