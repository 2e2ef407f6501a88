import { variant } from '../deviation.ts'

export default variant({
  id: 'first-primary-wins',
  title: 'Of two primary values the first stays primary',
  because: 'AMB-025',
  settings: (plain) => ({ ...plain, twoPrimaries: 'keep first' }),
})
