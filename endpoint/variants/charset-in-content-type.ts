import { variant } from '../deviation.ts'

export default variant({
  id: 'charset-in-content-type',
  title: 'Content-Type names the charset',
  because: 'AMB-032',
  settings: (plain) => ({ ...plain, contentType: 'application/scim+json; charset=utf-8' }),
})
