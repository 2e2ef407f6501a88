import { variant } from '../deviation.ts'

export default variant({
  id: 'put-ignores-immutable',
  title: 'PUT ignores another value for an immutable attribute',
  because: 'AMB-047',
  settings: (plain) => ({ ...plain, putImmutable: 'ignore' }),
})
