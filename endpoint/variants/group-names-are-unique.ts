import { variant } from '../deviation.ts'

export default variant({
  id: 'group-names-are-unique',
  title: 'A second group of the same displayName is refused',
  because: "RFC 7643 section 4.2 leaves it open; Microsoft's validator asks for it",
  settings: (plain) => ({ ...plain, uniqueGroupNames: true }),
})
