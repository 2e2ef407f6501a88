import { defect } from '../deviation.ts'

export default defect({
  id: 'create-location-elsewhere',
  title: 'The Location of a new resource is another tenant’s, meta.location is right',
  breaks: ['RFC7644-3.3-09'],
  because: 'WSO2 Identity Server (wso2/product-is#7317)',
  around: (request, next) => {
    const { headers, ...reply } = next(request)
    const { location } = headers
    if (reply.status !== 201 || location === undefined) return { headers, ...reply }
    return { ...reply, headers: { ...headers, location: location.replace(/\/scim\//, '/scim/t/other/') } }
  },
})
