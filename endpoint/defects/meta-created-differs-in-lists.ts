import { isObject } from '#scim'
import { defect, rewritten } from '../deviation.ts'

export default defect({
  id: 'meta-created-differs-in-lists',
  title: 'In lists meta.created is the day the table was made',
  breaks: ['RFC7644-3.1-08'],
  because: 'Incident family W10',
  around: (request, next) =>
    rewritten(next(request), (body) => {
      if (!Array.isArray(body.Resources)) return body
      const Resources = body.Resources.map((one) =>
        isObject(one) && isObject(one.meta)
          ? { ...one, meta: { ...one.meta, created: '2020-01-01T00:00:00.000Z' } }
          : one,
      )
      return { ...body, Resources }
    }),
})
