import { variant } from '../deviation.ts'

export default variant({
  id: 'ids-are-long',
  title: 'Ids have two hundred characters',
  because: 'RFC7643-3.1-05',
  settings: (plain) => ({ ...plain, newId: () => `${'x_.~-'.repeat(40)}${plain.newId()}` }),
})
