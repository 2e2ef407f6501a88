import { variant } from '../deviation.ts'

export default variant({
  id: 'put-refuses-another-id',
  title: 'PUT with the id of another resource in its body is refused',
  readings: ['AMB-041/400-for-id'],
  settings: (plain) => ({ ...plain, putOtherId: 'refuse' }),
})
