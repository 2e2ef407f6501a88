import { defineCheck } from '#check'
import { refusedTwice } from './unique.part.ts'

const ROWS = ['RFC7643-7-40', 'RFC7643-7-42'] as const

export default defineCheck({
  id: 'attributes/unique-on-the-server',
  title: 'A value that is unique on the server is refused the second time',
  proves: ROWS,
  ...refusedTwice(ROWS, 'server'),
})
