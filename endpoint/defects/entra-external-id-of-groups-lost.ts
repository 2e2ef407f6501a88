import { URN } from '#scim'
import { defect } from '../deviation.ts'

export default defect({
  id: 'entra-external-id-of-groups-lost',
  title: 'The externalId of a group is not stored',
  breaks: ['entra/validator-19', 'entra/validator-21', 'RFC7643-3.1-01'],
  because: 'Many endpoints were made for users first',
  kernel: () => ({
    keep: ({ externalId, ...resource }, model) =>
      model.core.id === URN.group || externalId === undefined ? resource : { ...resource, externalId },
  }),
})
