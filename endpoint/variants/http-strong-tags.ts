import { isObject, member } from '#scim'
import { resourcesRewritten, variant } from '../deviation.ts'

/** The same tag without the sign of weakness. */
const strong = (tag: string) => tag.replace(/^W\//, '')

export default variant({
  id: 'http-strong-tags',
  title: 'Entity tags are strong',
  because: 'RFC7643-3.1-28',
  around: (request, next) => {
    const reply = next(request)
    const { etag } = reply.headers
    const tagged = etag ? { ...reply, headers: { ...reply.headers, etag: strong(etag) } } : reply
    return resourcesRewritten(tagged, (one) => {
      const version = member(one.meta, 'version')
      if (!isObject(one.meta) || typeof version !== 'string') return one
      return { ...one, meta: { ...one.meta, version: strong(version) } }
    })
  },
})
