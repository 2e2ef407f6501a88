import { isObject } from '#scim'
import { defect } from '../deviation.ts'
import { trialSchema } from '../trial-schema.ts'

export default defect({
  id: 'attribute-read-only-taken',
  title: 'A readOnly value that a client sends is stored',
  breaks: ['RFC7644-3.3-02', 'RFC7643-7-27'],
  kernel: () => ({
    keep: (resource, _, __, given) => {
      const [sent, kept] = [given?.[trialSchema.id], resource[trialSchema.id]]
      if (!isObject(sent) || sent.serial === undefined) return resource
      return { ...resource, [trialSchema.id]: { ...(isObject(kept) ? kept : {}), serial: sent.serial } }
    },
  }),
})
