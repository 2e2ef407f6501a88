import { variant } from '../deviation.ts'

export default variant({
  id: 'put-refuses-another-id',
  title: 'PUT with the id of another resource in its body is refused',
  because: 'AMB-041',
  settings: (plain) => ({ ...plain, putOtherId: 'refuse' }),
})
