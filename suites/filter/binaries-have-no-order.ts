import { defineCheck } from '#check'
import { URN } from '#scim'
import { findAttribute, findSchema } from '#scim/schema'
import { withoutOrder } from './no-order.part.ts'

export default defineCheck({
  id: 'filter/binaries-have-no-order',
  title: 'gt, ge, lt and le on a Binary are refused with invalidFilter',
  needs: { features: ['filter'], resource: 'User', attributes: ['x509Certificates.value'] },

  each: ({ schemas }) => {
    const known = findSchema(schemas, URN.user)?.attributes ?? []
    const parts = findAttribute(known, 'x509Certificates')?.subAttributes ?? []
    return findAttribute(parts, 'value')?.type === 'binary' ? [{ name: '' }] : []
  },

  ...withoutOrder('x509Certificates.value', '"AA=="'),
})
