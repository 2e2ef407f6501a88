import { discoveryRewritten, reading } from '../deviation.ts'

export default reading({
  id: 'pages-larger-than-announced',
  title: 'Lists hold more than filter.maxResults',
  readings: ['AMB-083/more-than-maxResults'],
  around: discoveryRewritten('/ServiceProviderConfig', (body) => ({
    ...body,
    filter: { supported: true, maxResults: 1 },
  })),
})
