import { ScimError } from '#scim'
import { defect } from '../deviation.ts'

export default defect({
  id: 'filter-with-other-letters-is-refused',
  title: 'A filter with letters outside ASCII is refused',
  breaks: ['RFC7644-3.4.2.2-33'],
  because: 'SCIMple (apache/directory-scimple#981)',
  kernel: (plain) => ({
    parseFilter: (text, model) => {
      if ([...text].some((letter) => letter > '~'))
        throw new ScimError(400, 'invalidFilter', 'token recognition error')
      return plain.parseFilter(text, model)
    },
  }),
})
