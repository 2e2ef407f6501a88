import { variant } from '../deviation.ts'

export default variant({
  id: 'put-keeps-what-is-left-out',
  title: 'PUT keeps attributes that the body does not mention',
  because: 'AMB-042',
  settings: (plain) => ({ ...plain, putOmitted: 'keep' }),
})
