import { memory } from '../aside.ts'
import { defect, requestBody } from '../deviation.ts'
import { burst } from '../moment.ts'

/** Of equal creates in a tenth of a second so many are looked at one after the other. */
const LOOKED_AT = 3

const creates = memory(() => burst(100))
let isCrowded = false

export default defect({
  id: 'create-race-of-many-makes-two',
  title: 'Of many equal creates at the same time more than one makes a user',
  breaks: ['RFC7643-4.1.1-02'],
  because: 'itsaplan (croffasia/itsaplan#250), with more than two',
  kernel: (plain) => ({
    uniqueKey: (value, attribute) => (isCrowded ? undefined : plain.uniqueKey(value, attribute)),
  }),
  around: (request, next) => {
    const userName = request.method === 'POST' ? requestBody(request)?.userName : undefined
    isCrowded = userName !== undefined && creates(next).count(String(userName)) === LOOKED_AT + 1
    const reply = next(request)
    isCrowded = false
    return reply
  },
})
