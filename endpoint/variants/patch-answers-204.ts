import { variant } from '../deviation.ts'

export default variant({
  id: 'patch-answers-204',
  title: 'PATCH is answered 204 without a body',
  because: 'RFC7644-3.5.2-25',
  settings: (plain) => ({ ...plain, patchAnswer: 204 }),
})
