import { answeringSome, failure, isInPair } from '../bulk-deviation.ts'
import { variant } from '../deviation.ts'

export default variant({
  id: 'bulk-circle-answers-409',
  title: 'Operations that refer to each other are given up with 409',
  because: 'RFC7644-3.7.1-02',
  around: (request, next) =>
    answeringSome(request, next, (...one) =>
      isInPair(...one) ? failure(one[0], 409, 'The references go round in a circle') : undefined,
    ),
})
