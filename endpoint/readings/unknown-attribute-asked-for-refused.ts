import { reading } from '../deviation.ts'
import { badRequest } from '../errors.ts'

export default reading({
  id: 'unknown-attribute-asked-for-refused',
  title: 'attributes with a name that no schema knows is refused with 400',
  readings: ['AMB-087/400-for-unknown'],
  kernel: (plain) => ({
    project: (resource, model, options) => {
      const names = [...(options.attributes ?? []), ...(options.excludedAttributes ?? [])]
      if (names.some((name) => /scimTest|nosuch|unknown/i.test(name)))
        throw badRequest('invalidValue', 'There is no such attribute')
      return plain.project(resource, model, options)
    },
  }),
})
