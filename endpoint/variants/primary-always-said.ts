import { isObject, type JsonObject } from '#scim'
import { resourcesRewritten, variant } from '../deviation.ts'

export default variant({
  id: 'primary-always-said',
  title: 'Values that are not primary say so',
  because: 'RFC7643-2.4-05',
  around: (request, next) =>
    resourcesRewritten(next(request), (resource) => {
      const said = ['emails', 'phoneNumbers', 'addresses', 'ims', 'photos', 'roles'].flatMap((name) => {
        const values = resource[name]
        const whole = Array.isArray(values) && values.every((one) => isObject(one) && one.value !== undefined)
        return whole
          ? [[name, values.map((one) => ({ primary: false, ...(one as JsonObject) }))] as const]
          : []
      })
      return { ...resource, ...Object.fromEntries(said) }
    }),
})
