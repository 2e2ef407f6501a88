import { member, URN } from '#scim'
import { defect } from '../deviation.ts'

export default defect({
  id: 'kunnskap-user-name-follows-the-name',
  title: 'With another surname a user gets another externalId',
  breaks: ['kunnskap/K-17'],
  kernel: () => ({
    keep: (resource, model, before) => {
      const [old, now] = [before, resource].map((one) => member(one?.name, 'familyName'))
      const isRenamed = model.core.id === URN.user && old !== undefined && old !== now
      return isRenamed ? { ...resource, externalId: `${resource.externalId}-${now}` } : resource
    },
  }),
})
