import { answeringSome, failure, isInPair } from '../bulk-deviation.ts'
import { reading } from '../deviation.ts'

export default reading({
  id: 'bulk-circle-answers-400',
  title: 'Operations that refer to each other are refused with 400',
  readings: ['AMB-103/circular-400'],
  around: (request, next) =>
    answeringSome(request, next, (...one) =>
      isInPair(...one) ? failure(one[0], 400, 'Nothing has this bulkId') : undefined,
    ),
})
