import { reading } from '../deviation.ts'

export default reading({
  id: 'discovery-writes-answer-405-without-body',
  title: 'A write to discovery is refused by a router, with 405 and no body',
  readings: ['AMB-008/without-body'],
  around: (request, next) => {
    const isDiscovery = /^\/(?:Schemas|ResourceTypes|ServiceProviderConfig)\b/.test(request.path)
    return isDiscovery && request.method !== 'GET' ? { status: 405, headers: {} } : next(request)
  },
})
