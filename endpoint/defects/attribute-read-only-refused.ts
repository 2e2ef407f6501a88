import { isObject, ScimError } from '#scim'
import { defect } from '../deviation.ts'
import { trialSchema } from '../trial-schema.ts'

export default defect({
  id: 'attribute-read-only-refused',
  title: 'A POST or PUT with a readOnly value is refused',
  breaks: ['RFC7644-3.3-02', 'RFC7644-3.5.1-13'],
  because: 'AMB-041',
  kernel: (plain) => ({
    keep: (resource, model, before, given) => {
      const sent = given?.[trialSchema.id]
      if (isObject(sent) && sent.serial !== undefined)
        throw new ScimError(400, 'mutability', 'serial is read-only')
      return plain.keep(resource, model, before, given)
    },
  }),
})
