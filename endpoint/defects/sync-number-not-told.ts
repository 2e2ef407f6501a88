import { type JsonObject, sameJson, URN } from '#scim'
import { defect } from '../deviation.ts'

export default defect({
  id: 'sync-number-not-told',
  title: 'An identity number that comes later makes no event in the Sync API',
  breaks: ['fiks/S-20'],
  sync: () => ({
    tells: ({ before, after }) => !before || !after || !sameJson(withoutNumber(before), withoutNumber(after)),
  }),
})

function withoutNumber({ [URN.fiksPerson]: _, ...rest }: JsonObject): JsonObject {
  return rest
}
