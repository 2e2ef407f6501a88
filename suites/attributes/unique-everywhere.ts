import { defineCheck } from '#check'
import { refusedTwice } from './unique.part.ts'

const ROWS = ['RFC7643-7-43'] as const

export default defineCheck({
  id: 'attributes/unique-everywhere',
  title: 'A value that is unique everywhere is refused the second time',
  proves: ROWS,
  ...refusedTwice(ROWS, 'global'),
})
