import { variant } from '../deviation.ts'

export default variant({
  id: 'ids-need-encoding',
  title: 'Ids hold blanks, colons and letters that a URL needs encoded',
  because: 'RFC7643-3.1-05',
  settings: (plain) => ({ ...plain, newId: () => `tenant:1+user@æ ${plain.newId()}` }),
})
